import fs from 'node:fs/promises';
import { Command } from 'commander';
import { Offices } from '../features/offices/index.js';
import { ExportHousehold } from '../features/personal-data/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

interface ExportOptions {
  readonly out?: string;
  readonly office?: string;
}

/** `welcome-talks export-person <household>`: everything that is kept about a household, as JSON. */
export function exportPersonCommand(): Command {
  return new Command('export-person')
    .description('print everything that is kept about a household, for the people themselves; it is recorded')
    .argument('<household>', 'its number at the office, or its id')
    .option('-o, --out <file>', 'write to this file, readable by you only, instead of the screen')
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .action((household: string, options: ExportOptions) => exportPerson(household, options));
}

async function exportPerson(household: string, { out, office: slug }: ExportOptions): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const text = await exported(app.get(ExportHousehold, { strict: false }), office, household);
    if (out === undefined) process.stdout.write(text);
    else await fs.writeFile(out, text, { mode: 0o600 });
  });
}

async function exported(
  households: ExportHousehold,
  office: { readonly id: number; readonly slug: string },
  wanted: string,
): Promise<string> {
  try {
    return `${JSON.stringify(await households.run(office.id, wanted, 'system'), null, 2)}\n`;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Error(
      `There is no household "${wanted}" at ${office.slug}. Look up its number under /office/households`,
      { cause: error },
    );
  }
}
