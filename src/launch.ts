import type { Server } from 'node:http';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule, type AppParts } from './app.module.js';
import { openContactKeys } from './features/contacts/index.js';
import { EXAMPLE_PASSWORD, ExampleOffice, exampleLogins } from './features/example-office/index.js';
import { allMigrations } from './migrations/all-migrations.js';
import { demandRightClock } from './platform/clock/clock-difference.js';
import { type Clock, RunningClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import type { Settings } from './platform/config/settings.js';
import { connectDatabase } from './platform/database/connect-database.js';
import { openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { freePort } from './platform/database/free-port.js';
import { migrate } from './platform/database/migrate.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';
import { openMail, type OpenMail } from './platform/mail/open-mail.js';
import { Serving } from './platform/health/serving.js';
import { KeyFile } from './platform/secrets/key-file.js';
import { connectQueues } from './platform/queue/queue-connection.js';
import { demandSafeRedis } from './platform/queue/demand-safe-redis.js';
import { createWebApp } from './web-app.js';
import { createWorkerApp } from './worker-app.js';
import { allOffices } from './platform/database/office-scope.js';

/** Ends one part; with SIGTERM a supervisor asks, and proxies are given time to notice. */
type Close = (signal: NodeJS.Signals | undefined) => Promise<unknown>;

/** Told of every part that must be closed, in the order of starting. */
export type OnStarted = (close: Close) => void;

/** Proxies ask whether a process is ready each second or two. */
const NOTICE_MS = 2_500;

/** Starts database, mail catcher, web and worker as configured, and prints the addresses. */
export async function launch(config: Config, onStarted: OnStarted): Promise<void> {
  const started = performance.now();
  const database = await openDatabase(config);
  onStarted(database.close);
  const migrations = await migrate(database.directUrl, allMigrations);
  await openContactKeys(database.directUrl, new KeyFile(config.contactKeysFile));
  const clock = new RunningClock(config.startAt);
  await checkClock(config, clock);
  const mail = await openMail(config.smtpUrl);
  onStarted(mail.close);
  const redisWarning = await demandSafeRedis(config.redisUrl);
  const port = await portOf(config);
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const queues = connectQueues(database.directUrl, config.redisUrl);
  onStarted(queues.close);
  const settings = resolvedSettings(config, { database, mail, publicUrl });
  const logger = createLogger(config.logLevel);
  const parts = { settings, clock, logger, queues, role: config.role };
  const app = await createApp(parts, config);
  onStarted((signal) => stop(app, signal));
  // features follow each other's events only from here on
  if (hasServer(app)) await app.init();
  const hasExample = !config.production && (await allOffices(() => app.get(ExampleOffice).createIfEmpty()));
  if (hasServer(app)) await app.listen(port, config.host);
  print([
    database.description,
    `migrations applied: ${migrations}`,
    ...(hasExample ? ['example office «Amt für Migration Musterland» created'] : []),
    ...mailLines(mail),
    ...(redisWarning === undefined ? [] : [redisWarning]),
    ...addressLines(config, port, publicUrl),
    ...(config.production ? [] : exampleLoginLines()),
    `ready after ${Math.round(performance.now() - started)} ms`,
  ]);
}

function addressLines({ role, healthPort, host, port }: Config, used: number, publicUrl: string): string[] {
  if (role === 'worker')
    return healthPort === undefined ? [] : [`health:   http://${host}:${healthPort}/health/ready`];
  const staff = `staff:    ${publicUrl}/office`;
  return used === port ? [staff] : [`port ${port} is taken: using ${used}`, staff];
}

/** Before any job runs; pages only show times, and an embedded database has the clock of this machine. */
async function checkClock({ role, databaseUrl }: Config, clock: Clock): Promise<void> {
  if (role === 'web' || databaseUrl === undefined) return;
  const { database, close } = await connectDatabase(databaseUrl);
  try {
    await demandRightClock(database, clock);
  } finally {
    await close();
  }
}

function resolvedSettings(
  config: Config,
  found: { readonly database: OpenDatabase; readonly mail: OpenMail; readonly publicUrl: string },
): Settings {
  return {
    databaseUrl: found.database.url,
    databaseIsPooled: found.database.isPooled,
    redisUrl: config.redisUrl,
    smtpUrl: found.mail.smtpUrl,
    publicUrl: found.publicUrl,
    mailCatcherUrl: found.mail.pageUrl,
    returnDomain: config.returnDomain,
    returnMaildir: config.returnMaildir,
    secretKey: config.secretKey,
    production: config.production,
    localFeeds: config.localFeeds,
    access: config.access,
    metricsToken: config.metricsToken,
    logLevel: config.logLevel,
  };
}

/** A worker has the port that it was given for its health, and no other. */
async function portOf({ role, port, healthPort, host }: Config): Promise<number> {
  return role === 'worker' ? (healthPort ?? 0) : freePort(port, host);
}

/** Web pages need a server; a worker has one when somebody wants to ask for its health. */
function createApp(parts: AppParts, { healthPort }: Config): Promise<INestApplicationContext> {
  if (parts.role !== 'worker') return createWebApp(parts);
  if (healthPort !== undefined) return createWorkerApp(parts);
  return NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: new NestLogger(parts.logger),
    abortOnError: false,
  });
}

const hasServer = (app: INestApplicationContext): app is INestApplication => 'listen' in app;

/** Requests under way end before their database goes. */
async function stop(app: INestApplicationContext, signal: NodeJS.Signals | undefined): Promise<void> {
  if (hasServer(app)) {
    const server = app.getHttpServer() as Server;
    await app.get(Serving, { strict: false }).end(server, signal === 'SIGTERM' ? NOTICE_MS : 0);
  }
  await app.close();
}

function exampleLoginLines(): string[] {
  const logins = exampleLogins.map((login) => `          ${login.email} (${login.role})`);
  return [`logins:   password ${EXAMPLE_PASSWORD}`, ...logins];
}

function mailLines({ pageUrl, warning }: OpenMail): string[] {
  if (pageUrl !== undefined) return [`e-mails:  ${pageUrl}`];
  return warning === undefined ? [] : [warning];
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
