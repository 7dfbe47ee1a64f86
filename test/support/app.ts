import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { defaultAccess } from '../../src/platform/config/access-config.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { allOffices } from '../../src/platform/database/office-scope.js';
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
  /** Sees every office. */
  readonly database: Database;
  /** As the application has it: sees the offices that its caller works for. */
  readonly unscoped: Database;
  /** Sees every office too, and owns the tables. */
  readonly owner: Database;
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
    /** Takes every line of the log, down to the smallest. */
    readonly log?: (line: string) => void;
    /** Name of this machine in addresses; passkeys take no number. */
    readonly host?: 'localhost' | '127.0.0.1';
  } = {},
): Promise<TestApp> {
  const { database: given, smtpUrl, role = 'web', settings = {}, host = '127.0.0.1', log } = parts;
  const database = given ?? (await freshDatabase());
  const mailbox = await startMailCatcher();
  const clock = new RunningClock(now);
  const port = await freePort(0);
  const queues = connectQueues(database.url, undefined);
  const application = await createWebApp({
    settings: {
      databaseUrl: database.url,
      databaseIsPooled: false,
      redisUrl: undefined,
      smtpUrl: smtpUrl ?? mailbox.smtpUrl,
      publicUrl: `http://${host}:${port}`,
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
    logger: log ? createLogger('trace', { write: log }) : createLogger(process.env['TEST_LOG'] ?? 'silent'),
    queues,
    role,
  });
  await application.listen(port, '127.0.0.1');
  const app = seeingAllOffices(application);
  return {
    app,
    url: `http://${host}:${port}`,
    clock,
    database: app.get(Database),
    unscoped: application.get(Database),
    owner: withAllOffices(new Database(application.get(DataSource))),
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

/**
 * What a spec asks the application for, such as a use case, sees every office when the spec calls it. Requests and jobs
 * of the application see what they see in production.
 */
function seeingAllOffices(app: NestExpressApplication): NestExpressApplication {
  const wide = new Map<object, object>();
  const get = (...which: Parameters<typeof app.get>): object => {
    const service = app.get<object>(...which);
    const known = wide.get(service) ?? withAllOffices(service);
    wide.set(service, known);
    return known;
  };
  return new Proxy(app, {
    get: (target, name) => (name === 'get' ? get : (Reflect.get(target, name) as unknown)),
  });
}

function withAllOffices<T extends object>(service: T): T {
  return new Proxy(service, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]) =>
        allOffices((): unknown => Reflect.apply(member, target, given));
    },
  });
}
