import { NestFactory } from '@nestjs/core';
import { AppModule, type AppParts } from './app.module.js';
import { allMigrations } from './migrations/all-migrations.js';
import { RunningClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { freePort } from './platform/database/free-port.js';
import { migrate } from './platform/database/migrate.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';
import { openMail } from './platform/mail/open-mail.js';
import { connectQueues } from './platform/queue/queue-connection.js';
import { createWebApp } from './web-app.js';

/** Told of every part that must be closed, in the order of starting. */
export type OnStarted = (close: () => Promise<unknown>) => void;

/** Starts database, mail catcher, web and worker as configured, and prints the addresses. */
export async function launch(config: Config, onStarted: OnStarted): Promise<void> {
  const started = performance.now();
  const database = await openDatabase(config.databaseUrl, config.dataDir);
  onStarted(database.close);
  const migrations = await migrate(database.url, allMigrations);
  const mail = await openMail(config.smtpUrl);
  onStarted(mail.close);
  const port = await freePort(config.port, config.host);
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const queues = connectQueues(database.url, config.redisUrl);
  onStarted(queues.close);
  const logger = createLogger(config.logLevel);
  const settings = {
    databaseUrl: database.url,
    redisUrl: config.redisUrl,
    smtpUrl: mail.smtpUrl,
    publicUrl,
    mailCatcherUrl: mail.pageUrl,
    secretKey: config.secretKey,
    production: config.production,
    logLevel: config.logLevel,
  };
  const clock = new RunningClock(config.startAt);
  onStarted(await startApp({ settings, clock, logger, queues, role: config.role }, port, config.host));
  announce([
    database.description,
    `migrations applied: ${migrations}`,
    ...(port === config.port || config.role === 'worker'
      ? []
      : [`port ${config.port} is taken: using ${port}`]),
    ...(mail.pageUrl === undefined ? [] : [`e-mails:  ${mail.pageUrl}`]),
    ...(config.role === 'worker' ? [] : [`staff:    ${publicUrl}/office`]),
    `ready after ${Math.round(performance.now() - started)} ms`,
  ]);
}

/** Web pages listen on a port; a worker alone needs none. */
async function startApp(parts: AppParts, port: number, host: string): Promise<() => Promise<void>> {
  if (parts.role === 'worker') {
    const context = await NestFactory.createApplicationContext(AppModule.with(parts), {
      logger: new NestLogger(parts.logger),
      abortOnError: false,
    });
    return () => context.close();
  }
  const app = await createWebApp(parts);
  await app.listen(port, host);
  return () => app.close();
}

function announce(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
