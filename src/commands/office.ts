import { Command } from 'commander';
import { OpenOffice } from '../features/settings/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { withApplication } from './with-application.js';

interface OfficeOptions {
  readonly name: string;
  readonly canton: string;
  readonly administrator: string;
}

/** `welcome-talks office create <slug> …`: a new office with its first administrator; prints the password once. */
export function officeCommand(): Command {
  const create = new Command('create')
    .description(
      'open an office with its first administrator and print the password; it is shown only this once',
    )
    .argument('<slug>', 'short name for commands and the API, such as musterland')
    .requiredOption('--name <text>', 'what the office is called in invitations')
    .requiredOption('--canton <XX>', 'abbreviation of its canton; chooses the holidays')
    .requiredOption('--administrator <email>', 'who signs in first and sets the office up')
    .action((slug: string, options: OfficeOptions) => createOffice(slug, options));
  return new Command('office').description('offices').addCommand(create);
}

async function createOffice(slug: string, { name, canton, administrator }: OfficeOptions): Promise<void> {
  assertReadable(/^[a-z][a-z0-9-]{1,39}$/, slug, 'no short name. Use small letters, digits and hyphens');
  assertReadable(/^[A-Z]{2}$/, canton, 'no canton. Write its two letters, such as BL');
  assertReadable(
    /^[^\s@<>,;"()]+@[^\s@<>,;"()]+$/,
    administrator,
    'no e-mail address. Write name@example.ch',
  );
  await withApplication(async (app) => {
    const open = app.get(OpenOffice, { strict: false });
    const office = {
      slug,
      name: name.trim(),
      canton,
      administrator: { email: administrator, name: administrator },
    };
    const password = await open.run(office).catch((error: unknown) => {
      throw readable(error, slug, administrator);
    });
    process.stdout.write(`${password}\n`);
  });
}

function assertReadable(pattern: RegExp, text: string, why: string): void {
  if (!pattern.test(text)) throw new Error(`"${text}" is ${why}`);
}

function readable(error: unknown, slug: string, email: string): unknown {
  if (!(error instanceof DomainError)) return error;
  if (error.code === 'office-taken')
    return new Error(`There is an office "${slug}" already. Choose another name.`);
  return error.code === 'email-taken'
    ? new Error(`There is an account for ${email} already. Use another address.`)
    : error;
}
