import { Command } from 'commander';
import { ExampleOffice } from '../features/example-office/index.js';
import { withApplication } from './with-application.js';

/** `welcome-talks example-office [--reset]`: loads the invented office. */
export function exampleOfficeCommand(): Command {
  return new Command('example-office')
    .description('load the example office «Amt für Migration Musterland» into an empty database')
    .option('--reset', 'remove it first and create it anew')
    .action((options: { reset?: boolean }) =>
      withApplication(async (app) => {
        const example = app.get(ExampleOffice);
        if (options.reset) await example.reset();
        const created = options.reset === true || (await example.createIfEmpty());
        process.stdout.write(
          created ? 'Example office created.\n' : 'There is an office already: nothing changed.\n',
        );
      }),
    );
}
