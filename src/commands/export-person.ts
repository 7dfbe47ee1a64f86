import fs from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, Option } from 'commander';
import { Offices } from '../features/offices/index.js';
import { ExportDocument, ExportHousehold } from '../features/personal-data/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

interface ExportOptions {
  readonly out?: string;
  readonly pdf?: 'de' | 'en' | 'fr';
  readonly office?: string;
}

/** `welcome-talks export-person <household>`: everything that is kept about a household, as JSON or to be read. */
export function exportPersonCommand(): Command {
  return new Command('export-person')
    .description('print everything that is kept about a household, for the people themselves; it is recorded')
    .argument('<household>', 'its number at the office, or its id')
    .option('-o, --out <file>', 'write to this file, readable by you only, instead of the screen')
    .addOption(
      new Option('--pdf [language]', 'as a document to be read').choices(['de', 'en', 'fr']).preset('de'),
    )
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .action((household: string, options: ExportOptions) => exportPerson(household, options));
}

async function exportPerson(household: string, options: ExportOptions): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(options.office, await app.get(Offices, { strict: false }).all());
    const content = await exported(app, office.id, household, options.pdf).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      throw new Error(
        `There is no household "${household}" at ${office.slug}. Look up its number under /office/households`,
        { cause: error },
      );
    });
    if (options.out === undefined) process.stdout.write(content);
    else await fs.writeFile(options.out, content, { mode: 0o600 });
  });
}

async function exported(
  app: INestApplicationContext,
  officeId: number,
  household: string,
  locale: ExportOptions['pdf'],
): Promise<string | Buffer> {
  const actor = 'system';
  if (locale !== undefined)
    return app.get(ExportDocument, { strict: false }).run(officeId, household, { actor, locale });
  const found = await app.get(ExportHousehold, { strict: false }).run(officeId, household, actor);
  return `${JSON.stringify(found, null, 2)}\n`;
}
