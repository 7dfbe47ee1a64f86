import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { openContactKeys } from '../features/contacts/index.js';
import { allMigrations } from '../migrations/all-migrations.js';
import { RunningClock } from '../platform/clock/clock.js';
import { loadConfig } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { createLogger, NestLogger } from '../platform/logging/logger.js';
import { KeyFile } from '../platform/secrets/key-file.js';
import { connectQueues } from '../platform/queue/queue-connection.js';
import { allOffices } from '../platform/database/office-scope.js';

/**
 * Gives a command the application's services on the configured database (the embedded one when none is configured;
 * one that is already running is used and left running). Pages and job handlers are not started. Who may run commands may see every office.
 */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const database = await openDatabase(config);
  try {
    await migrate(database.directUrl, allMigrations);
    await openContactKeys(database.directUrl, new KeyFile(config.contactKeysFile));
    const queues = connectQueues(database.directUrl, config.redisUrl);
    const settings = {
      databaseUrl: database.url,
      databaseIsPooled: database.isPooled,
      redisUrl: config.redisUrl,
      smtpUrl: config.smtpUrl ?? 'smtp://127.0.0.1:1025',
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      mailCatcherUrl: undefined,
      returnDomain: config.returnDomain,
      returnMaildir: config.returnMaildir,
      secretKey: config.secretKey,
      production: config.production,
      localFeeds: config.localFeeds,
      access: config.access,
      metricsToken: config.metricsToken,
      logLevel: config.logLevel,
    };
    const clock = new RunningClock(config.startAt);
    const app = await NestFactory.createApplicationContext(
      AppModule.with({ settings, clock, logger, queues, role: 'web' }),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    try {
      return await allOffices(() => work(app));
    } finally {
      await app.close();
      await queues.close();
    }
  } finally {
    await database.close();
  }
}
