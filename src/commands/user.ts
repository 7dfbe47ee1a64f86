import { Command, Option } from 'commander';
import { officeCalled } from './office-called.js';
import { Offices } from '../features/offices/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { generatedPassword, roles, StaffUsers, type Role } from '../features/staff/index.js';
import { withApplication } from './with-application.js';

interface UserOptions {
  readonly role: Role;
  readonly office?: string;
  readonly name?: string;
}

/** `welcome-talks user create <email> --role <role>`: a staff account; its password is shown only this once. */
export function userCommand(): Command {
  const create = new Command('create')
    .description('add a staff account and print its password; it is shown only this once')
    .argument('<email>', 'the address to sign in with')
    .addOption(
      new Option('--role <role>', 'what the person may do').choices([...roles]).makeOptionMandatory(),
    )
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .option('--name <text>', 'what others see; left out: the address')
    .action((email: string, options: UserOptions) => createUser(email, options));
  return new Command('user').description('staff accounts').addCommand(create);
}

async function createUser(email: string, { role, office: slug, name }: UserOptions): Promise<void> {
  const address = email.trim();
  if (!/^[^\s@<>,;"()]+@[^\s@<>,;"()]+$/.test(address)) {
    throw new Error(`"${email}" is no e-mail address. Write one such as name@example.ch`);
  }
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const password = generatedPassword();
    const users = app.get(StaffUsers, { strict: false });
    await users
      .create({ officeId: office.id, email: address, name: name?.trim() || address, role, password })
      .catch((error: unknown) => {
        throw readable(error, address);
      });
    process.stdout.write(`${password}\n`);
  });
}

function readable(error: unknown, email: string): unknown {
  return error instanceof DomainError && error.code === 'email-taken'
    ? new Error(`There is an account for ${email} already. Use another address.`)
    : error;
}
