import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, Option } from 'commander';
import {
  type ArrivalImport,
  type DescribedImport,
  describeImport,
  ImportArrivals,
  refusalWords,
} from '../features/arrivals/index.js';
import { Offices } from '../features/offices/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { I18n, type Translate } from '../platform/i18n/i18n.js';
import { withApplication } from './with-application.js';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly office?: string;
  readonly locale: string;
}

/** `welcome-talks import-arrivals <file> [--dry-run] [--json]`: brings a list of arrivals into an office. */
export function importArrivalsCommand(): Command {
  return new Command('import-arrivals')
    .description('import a list of arrivals (CSV or XLSX); the same file twice changes nothing')
    .argument('<file>', 'the list, headings in its first row')
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'print the result as JSON')
    .option('--office <slug>', 'the office, when there are several')
    .addOption(
      new Option('--locale <code>', 'language of the messages').choices(['de', 'en', 'fr']).default('de'),
    )
    .action(async (file: string, options: ImportOptions) => {
      const bytes = await bytesOf(file);
      await withApplication(async (app) => {
        const t = app.get(I18n).translator(options.locale);
        const imported = await importFile(app, { name: file, bytes }, options, t);
        const described = describeImport(imported, t);
        process.stdout.write(
          options.json ? `${JSON.stringify(described, null, 2)}\n` : linesOf(described, t),
        );
      });
    });
}

/** One line that names the cause; nothing is started for a file that cannot be read. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`Cannot read ${file}. Check its name and whether you may read it.`, { cause: error });
  }
}

async function importFile(
  app: INestApplicationContext,
  file: { readonly name: string; readonly bytes: Buffer },
  options: ImportOptions,
  t: Translate,
): Promise<ArrivalImport> {
  const officeId = await officeOf(app.get(Offices), options.office);
  try {
    return await app.get(ImportArrivals).run({
      officeId,
      actor: 'system',
      fileName: basename(file.name),
      bytes: file.bytes,
      dryRun: options.dryRun === true,
    });
  } catch (error) {
    if (error instanceof DomainError)
      throw new Error(`${file.name}: ${refusalWords(error, t)}`, { cause: error });
    throw error;
  }
}

async function officeOf(offices: Offices, slug: string | undefined): Promise<number> {
  const all = await offices.all();
  const known = all.map((office) => office.slug).join(', ');
  const [only] = slug === undefined ? all : all.filter((office) => office.slug === slug);
  if (only === undefined)
    throw new Error(`There is no such office. Name one with --office: ${known || 'none yet'}.`);
  if (slug === undefined && all.length > 1)
    throw new Error(`There are several offices. Name one with --office: ${known}.`);
  return only.id;
}

function linesOf(imported: DescribedImport, t: Translate): string {
  const counts = ['created', 'updated', 'unchanged', 'rejected'] as const;
  const issues = [...imported.errors, ...imported.warnings].sort((a, b) => a.line - b.line);
  const lines = [
    `${imported.fileName}: ${t(imported.state === 'saved' ? 'arrivals:command.saved' : 'arrivals:command.dry-run')}`,
    [
      t('arrivals:result.rows', { count: imported.rows }),
      ...counts.map((count) => `${t(`arrivals:result.${count}`)}: ${imported[count]}`),
    ].join(' · '),
    ...(['dropped', 'unknown'] as const)
      .filter((kind) => imported.columns[kind].length > 0)
      .map((kind) => t(`arrivals:command.${kind}`, { columns: imported.columns[kind].join(', ') })),
    ...issues.map(({ line, column, message }) =>
      t('arrivals:command.line', { line, column: column ?? t('arrivals:page.whole-row'), message }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
