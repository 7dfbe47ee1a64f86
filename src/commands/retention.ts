import { Command } from 'commander';
import { Retention } from '../features/personal-data/index.js';
import { withApplication } from './with-application.js';

/** `welcome-talks retention [--dry-run]`: deletes what no purpose needs any more, or says what would go. */
export function retentionCommand(): Command {
  return new Command('retention')
    .description('delete what has been kept long enough; counts of talks stay, without names')
    .option('--dry-run', 'change nothing, only say what would go')
    .action(({ dryRun = false }: { readonly dryRun?: boolean }) =>
      withApplication(async (app) => {
        const lines = await app.get(Retention, { strict: false }).run({ dryRun });
        const verb = dryRun ? 'would go' : 'went';
        for (const { name, kept, entries, waiting = 0 } of lines) {
          const archive =
            waiting === 0 ? '' : `; ${waiting} wait for the archive: welcome-talks archive offer`;
          process.stdout.write(
            `${String(entries).padStart(8)} ${verb}  ${name.padEnd(20)} ${kept}${archive}\n`,
          );
        }
      }),
    );
}
