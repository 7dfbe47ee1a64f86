import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { AppModule, type AppParts } from './app.module.js';
import { NestLogger } from './platform/logging/logger.js';

/** A worker that says how it is: `/health` and `/metrics` of its own process, and no page. */
export async function createWorkerApp(parts: AppParts): Promise<INestApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    logger: new NestLogger(parts.logger),
    forceCloseConnections: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.use(helmet());
  return app;
}
