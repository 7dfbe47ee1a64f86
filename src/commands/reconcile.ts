import { Command } from 'commander';
import { Reconcile } from '../features/reconcile/index.js';
import { withApplication } from './with-application.js';

/** `welcome-talks reconcile`: compares what must agree and puts it right. Exit 1 when something cannot be. */
export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description(
      'compare talks with times taken, calendars, notices and households, and put right what differs',
    )
    .action(() =>
      withApplication(async (app) => {
        const lines = await app.get(Reconcile, { strict: false }).run();
        if (!lines) throw new Error('Another process is reconciling at this moment. Try again in a minute.');
        for (const { name, meaning, found, mended } of lines) {
          const counts = `${String(found).padStart(6)} found ${String(mended).padStart(6)} mended`;
          process.stdout.write(`${counts}  ${name.padEnd(20)}  ${meaning}\n`);
        }
        const left = lines.filter(({ found, mended }) => mended < found).map(({ name }) => name);
        if (left.length > 0) {
          throw new Error(
            `Not everything could be put right (${left.join(', ')}): somebody else has the time. Move the talks by hand.`,
          );
        }
      }),
    );
}
