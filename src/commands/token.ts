import { Command, InvalidArgumentError, Option } from 'commander';
import { ApiTokens } from '../features/api-tokens/index.js';
import { Offices } from '../features/offices/index.js';
import { roles, type Role } from '../features/staff/index.js';
import { Clock } from '../platform/clock/clock.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

const DAY_MS = 86_400_000;

interface TokenOptions {
  readonly role: Role;
  readonly office?: string;
  readonly name: string;
  readonly days?: number;
}

/** `welcome-talks token create --role <role> [--office <slug>]`: an API token on stdout, shown only this once. */
export function tokenCommand(): Command {
  const create = new Command('create')
    .description('make an API token and print it; it is shown only this once')
    .addOption(new Option('--role <role>', 'whose rights it has').choices([...roles]).makeOptionMandatory())
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .option('--name <text>', 'what it is for', '')
    .option('--days <number>', 'days until it expires; left out: never', wholeDays)
    .action((options: TokenOptions) => createToken(options));
  return new Command('token').description('API tokens').addCommand(create);
}

async function createToken({ role, office: slug, name, days }: TokenOptions): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const now = app.get(Clock, { strict: false }).now();
    const expiresAt = days === undefined ? undefined : new Date(now.getTime() + days * DAY_MS);
    const tokens = app.get(ApiTokens, { strict: false });
    const { token } = await tokens.create({ officeId: office.id, role, name, expiresAt });
    process.stdout.write(`${token}\n`);
  });
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new InvalidArgumentError('a whole number of days from 1 to 3650.');
  return days;
}
