import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Database } from '../../src/platform/database/database.js';
import { defaultAccess } from '../../src/platform/config/access-config.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { RunningClock } from '../../src/platform/clock/clock.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { startMailCatcher, type MailCatcher } from '../../src/platform/mail/mail-catcher.js';
import { connectQueues } from '../../src/platform/queue/queue-connection.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { createWebApp } from '../../src/web-app.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** The whole web application on its own database, with a clock that tests move and a caught mailbox. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly clock: RunningClock;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly mailbox: MailCatcher;
  close(): Promise<void>;
}

/** A quiet Monday morning before the first clock change of 2027. */
export const MONDAY = new Date('2027-01-11T08:00:00Z');

/** @param parts a database that is there already, another mail server, or `role: 'all'` to let jobs run by themselves */
export async function startTestApp(
  now: Date = MONDAY,
  parts: {
    readonly database?: TestDatabase;
    readonly smtpUrl?: string;
    readonly role?: 'all' | 'web' | 'worker';
    /** Other settings than those of the tests. */
    readonly settings?: Partial<Settings>;
  } = {},
): Promise<TestApp> {
  const { database: given, smtpUrl, role = 'web', settings = {} } = parts;
  const database = given ?? (await freshDatabase());
  const mailbox = await startMailCatcher();
  const clock = new RunningClock(now);
  const port = await freePort(0);
  const queues = connectQueues(database.url, undefined);
  const app = await createWebApp({
    settings: {
      databaseUrl: database.url,
      databaseIsPooled: false,
      redisUrl: undefined,
      smtpUrl: smtpUrl ?? mailbox.smtpUrl,
      publicUrl: `http://127.0.0.1:${port}`,
      mailCatcherUrl: mailbox.pageUrl,
      returnDomain: 'returns.musterland.example',
      returnMaildir: undefined,
      secretKey: 'a secret key of the tests, 32 characters',
      production: false,
      localFeeds: true,
      metricsToken: undefined,
      access: defaultAccess,
      logLevel: 'error',
      ...settings,
    },
    clock,
    logger: createLogger(process.env['TEST_LOG'] ?? 'silent'),
    queues,
    role,
  });
  await app.listen(port, '127.0.0.1');
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    clock,
    database: app.get(Database),
    databaseUrl: database.url,
    mailbox,
    close: async () => {
      await app.close();
      await queues.close();
      await mailbox.stop();
      await database.drop();
    },
  };
}
