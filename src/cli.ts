#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { dueCommand } from './commands/due.js';
import { exampleOfficeCommand } from './commands/example-office.js';
import { importArrivalsCommand } from './commands/import-arrivals.js';
import { matchCommand } from './commands/match.js';
import { migrateCommand } from './commands/migrate.js';
import { planCommand } from './commands/plan.js';
import { textsCommand } from './commands/texts.js';
import { tokenCommand } from './commands/token.js';
import { userCommand } from './commands/user.js';

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
const program = new Command('welcome-talks')
  .description('Schedules first-information talks of a migration office.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const commands = [
  migrateCommand(),
  exampleOfficeCommand(),
  importArrivalsCommand(),
  dueCommand(),
  matchCommand(),
  planCommand(),
  textsCommand(),
  tokenCommand(),
  userCommand(),
];

for (const command of commands) {
  program.addCommand(command.copyInheritedSettings(program));
  for (const nested of command.commands) nested.copyInheritedSettings(program);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
