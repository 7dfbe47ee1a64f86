import fs from 'node:fs/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { Languages, type Language } from '../features/languages/index.js';
import { Offices } from '../features/offices/index.js';
import {
  checkLanguage,
  countStates,
  ImportTexts,
  OfficeTexts,
  shippedPack,
  textRows,
  writeSheet,
} from '../features/texts/index.js';
import { I18n } from '../platform/i18n/i18n.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

interface OfficeOption {
  readonly office?: string;
}

interface ExportOptions extends OfficeOption {
  readonly out?: string;
}

interface ImportOptions extends OfficeOption {
  readonly language: string;
  readonly by: string;
}

/** `welcome-talks texts check|export|import`: what newcomers read, for developers and translators. */
export function textsCommand(): Command {
  const check = new Command('check')
    .description('look for faults in the shipped texts of every language; fails on errors and missing texts')
    .option('--warnings', 'also print what a speaker of the language should look at', false)
    .action((options: { readonly warnings: boolean }) => checkAll(options.warnings));
  const exporting = new Command('export')
    .description('write the texts of a language as a table for translators')
    .argument('<language>', 'code, such as sq')
    .option('-o, --out <file>', 'write to this file instead of the screen')
    .option('--office <slug>', 'its own words; may be left out where there is only one')
    .action((code: string, options: ExportOptions) => exportTexts(code, options));
  const importing = new Command('import')
    .description(
      'take over a table that was filled in; the texts are drafts until somebody else approves them',
    )
    .argument('<file>', 'the exported CSV with its translations')
    .requiredOption('--language <code>', 'the language of the translations')
    .requiredOption('--by <name>', 'who translated')
    .option('--office <slug>', 'the office; may be left out where there is only one')
    .action((file: string, options: ImportOptions) => importTexts(file, options));
  return new Command('texts')
    .description('texts for newcomers')
    .addCommand(check)
    .addCommand(exporting)
    .addCommand(importing);
}

async function checkAll(withWarnings: boolean): Promise<void> {
  await withApplication(async (app) => {
    const i18n = app.get(I18n, { strict: false });
    const languages = await app.get(Languages, { strict: false }).all();
    const shipped = languages.filter(({ code }) => i18n.texts(code).has('common:day'));
    for (const language of shipped) {
      const findings = await checkLanguage(shippedPack(i18n, language));
      const serious = findings.filter(({ severity }) => severity !== 'warning');
      const warnings = findings.length - serious.length;
      const state = language.forTexts ? '' : ' (switched off)';
      print(`${language.code}${state}: ${serious.length} to mend, ${warnings} to look at`);
      for (const { severity, check, key, message } of withWarnings ? findings : serious)
        print(`  ${severity} ${check} ${key ?? 'as a whole'}: ${message}`);
      if (serious.length > 0) process.exitCode = 1;
    }
    for (const office of await app.get(Offices, { strict: false }).all())
      print(`${office.slug}: ${await approvedIn(app, office.id, shipped)}`);
  });
}

/** `approved sq 157 of 157, es 12 of 157`. */
async function approvedIn(
  app: INestApplicationContext,
  officeId: number,
  languages: readonly Language[],
): Promise<string> {
  const book = await app.get(OfficeTexts, { strict: false }).of(officeId);
  const counts = languages
    .filter(({ code }) => code !== 'de' && code !== 'en')
    .map((language) => {
      const rows = textRows(book, language);
      return `${language.code} ${countStates(rows).approved} of ${rows.length}`;
    });
  return `approved ${counts.join(', ')}`;
}

async function exportTexts(code: string, { office: slug, out }: ExportOptions): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const { code: language } = await app.get(Languages, { strict: false }).get(code);
    const sheet = writeSheet(await app.get(OfficeTexts, { strict: false }).of(office.id), language);
    if (out === undefined) process.stdout.write(sheet);
    else await fs.writeFile(out, sheet);
  });
}

async function importTexts(file: string, { office: slug, language: code, by }: ImportOptions): Promise<void> {
  const content = await fs.readFile(file, 'utf8');
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const language = await app.get(Languages, { strict: false }).get(code);
    const command = { officeId: office.id, language, actor: `import:${by}`, content };
    const outcome = await app.get(ImportTexts, { strict: false }).run(command);
    if (outcome.kind === 'imported') {
      print(`${outcome.changed} texts taken over as drafts`);
      return;
    }
    for (const { line, message } of outcome.faults) process.stderr.write(`${file}:${line} ${message}\n`);
    process.exitCode = 1;
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
