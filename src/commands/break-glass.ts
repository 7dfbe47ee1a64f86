import { Command, InvalidArgumentError } from 'commander';
import { Offices } from '../features/offices/index.js';
import { OpenEmergencyAccount } from '../features/staff/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

const LONGEST_MINUTES = 240;

interface BreakGlassOptions {
  readonly office?: string;
  readonly reason: string;
  readonly minutes: number;
}

/** `welcome-talks break-glass <email> --reason <text>`: an administrator's account that ends by itself. */
export function breakGlassCommand(): Command {
  return new Command('break-glass')
    .description(
      'open an emergency account of an administrator: recorded, reported as an alarm, ends by itself',
    )
    .argument('<email>', 'the address to sign in with; one that no account has')
    .requiredOption('--reason <text>', 'why; it stays in the audit')
    .option('--minutes <number>', `how long it is open, at most ${LONGEST_MINUTES}`, minutes, 60)
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .action((email: string, options: BreakGlassOptions) => open(email.trim(), options));
}

async function open(
  email: string,
  { office: slug, reason, minutes: length }: BreakGlassOptions,
): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const emergency = { officeId: office.id, email, reason: reason.trim(), minutes: length };
    const { password, endsAt } = await app
      .get(OpenEmergencyAccount, { strict: false })
      .run(emergency)
      .catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'email-taken') throw error;
        throw new Error(`There is an account for ${email} already. Use another address.`);
      });
    process.stdout.write(`${password}\n`);
    process.stderr.write(`open until ${endsAt.toISOString()}; the audit and the metrics show it\n`);
  });
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= LONGEST_MINUTES) return value;
  throw new InvalidArgumentError(`Give whole minutes from 1 to ${LONGEST_MINUTES}.`);
}
