#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';

/** Each is loaded when it is asked for: most need the whole application, which takes a second and more. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand(),
  archive: async () => (await import('./commands/archive.js')).archiveCommand(),
  audit: async () => (await import('./commands/audit.js')).auditCommand(),
  'example-office': async () => (await import('./commands/example-office.js')).exampleOfficeCommand(),
  'import-arrivals': async () => (await import('./commands/import-arrivals.js')).importArrivalsCommand(),
  due: async () => (await import('./commands/due.js')).dueCommand(),
  match: async () => (await import('./commands/match.js')).matchCommand(),
  plan: async () => (await import('./commands/plan.js')).planCommand(),
  texts: async () => (await import('./commands/texts.js')).textsCommand(),
  office: async () => (await import('./commands/office.js')).officeCommand(),
  token: async () => (await import('./commands/token.js')).tokenCommand(),
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand(),
  'export-person': async () => (await import('./commands/export-person.js')).exportPersonCommand(),
  reconcile: async () => (await import('./commands/reconcile.js')).reconcileCommand(),
  retention: async () => (await import('./commands/retention.js')).retentionCommand(),
  'break-glass': async () => (await import('./commands/break-glass.js')).breakGlassCommand(),
  user: async () => (await import('./commands/user.js')).userCommand(),
  backup: async () => (await import('./commands/backup.js')).backupCommand(),
  restore: async () => (await import('./commands/restore.js')).restoreCommand(),
  sending: async () => (await import('./commands/sending.js')).sendingCommand(),
  keys: async () => (await import('./commands/keys.js')).keysCommand(),
};

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
const program = new Command('welcome-talks')
  .description('Schedules first-information talks of a migration office.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const all = Object.entries(loaders);
const wanted = all.filter(([name]) => name === process.argv[2]);
const commands = await Promise.all((wanted.length > 0 ? wanted : all).map(([, load]) => load()));

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
