import { Command } from 'commander';
import { SendingHold } from '../features/notices/index.js';
import { withApplication } from './with-application.js';

/** `welcome-talks sending state|release`: whether a restored database may send. */
export function sendingCommand(): Command {
  return new Command('sending')
    .description('whether e-mails are held back after a restore')
    .addCommand(
      new Command('state').description('say whether sending is on hold, and what would leave').action(() =>
        withApplication(async (app) => {
          const hold = await app.get(SendingHold, { strict: false }).open();
          process.stdout.write(
            hold
              ? `on hold since ${hold.since.toISOString()}: ${hold.reason}; ${hold.due} e-mails are due\n`
              : 'not on hold\n',
          );
        }),
      ),
    )
    .addCommand(
      new Command('release')
        .description('let e-mails leave again; those that are too late by then do not')
        .action(() =>
          withApplication(async (app) => {
            const released = await app.get(SendingHold, { strict: false }).release('system');
            process.stdout.write(released ? 'released: workers send what is due\n' : 'nothing was on hold\n');
          }),
        ),
    );
}
