import { execFile } from 'node:child_process';
import path from 'node:path';
import { MONDAY, type TestApp } from './app.js';

/** What a command ended with. */
export interface CommandEnd {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the built product, as a process of its own, on the database and at the hour of the test. */
export function runCommand(
  test: TestApp,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandEnd> {
  const env = {
    ...process.env,
    DATABASE_URL: test.databaseUrl,
    NOW: MONDAY.toISOString(),
    SECRET_KEY: 'a secret key of the tests, 32 characters',
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [path.resolve('dist/cli.js'), ...words], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
