import { Command } from 'commander';
import { SendNotices } from '../features/notices/index.js';
import { LookAfterOffers } from '../features/visits/index.js';
import { withApplication } from './with-application.js';

/** `welcome-talks due`: ends and makes offers and sends what is due, once, without a worker. Exit 1 when the mail server was in trouble. */
export function dueCommand(): Command {
  return new Command('due').description('send the notices that are due now, once').action(() =>
    withApplication(async (app) => {
      const { expired, asked } = await app.get(LookAfterOffers, { strict: false }).run();
      if (expired + asked > 0) process.stdout.write(`${expired} offers ended, ${asked} made\n`);
      const round = await app.get(SendNotices, { strict: false }).run();
      const { sent, retried, troubled, putAside } = round;
      process.stdout.write(
        `${sent} sent, ${retried} to be tried again, ${troubled} in trouble, ${putAside} no longer needed\n`,
      );
      if (round.mailServerInTrouble) {
        throw new Error('The mail server is away or refuses us. Check SMTP_URL and try again.');
      }
    }),
  );
}
