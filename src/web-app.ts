import path from 'node:path';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { AppModule, type AppParts } from './app.module.js';
import { publishOpenApi } from './pages/api/open-api.js';
import { ErrorFilter } from './pages/shared/error.filter.js';
import { queueBoard } from './pages/office/queues/queue-board.js';
import { fieldProblem } from './pages/shared/field-problem.js';
import { Serving } from './platform/health/serving.js';
import { NestLogger } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { watchRequests } from './platform/metrics/watch-requests.js';
import { flatBodiesOnly } from './platform/web/flat-bodies.js';
import { joinedStyles } from './platform/web/joined-styles.js';
import { ownHostsOnly } from './platform/web/own-hosts.js';
import { keptOutOfSearches, securityHeaders } from './platform/web/security-headers.js';
import { limitTimes, usualTimes } from './platform/web/server-limits.js';
import { outsideOffices } from './platform/database/office-scope.js';

const BODY_LIMIT = '256kb';
/** A returned mail holds at most one of ours and what a server says of it. */
const MESSAGE_LIMIT = '2mb';
const ASSETS = path.resolve(import.meta.dirname, '../assets');

/** Builds the web application, ready to listen; the caller owns signals and closes it. */
export async function createWebApp(parts: AppParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    logger: new NestLogger(parts.logger),
    forceCloseConnections: true,
    abortOnError: false,
    bodyParser: false,
  });
  const { publicUrl, access } = parts.settings;
  app.set('trust proxy', access.trustedProxies);
  limitTimes(app.getHttpServer(), usualTimes);
  app.use(watchRequests(app.get(Metrics), parts.logger, parts.settings.production ? 'info' : 'debug'));
  app.use(securityHeaders(publicUrl));
  app.use(app.get(Serving, { strict: false }).closesConnections());
  app.use(keptOutOfSearches);
  app.use(ownHostsOnly({ publicUrl, ...access }));
  app.use(compression());
  app.use('/assets/office.css', joinedStyles(path.join(ASSETS, 'office')));
  app.useStaticAssets(ASSETS, { prefix: '/assets/', maxAge: '1h', index: false });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useBodyParser('urlencoded', { limit: BODY_LIMIT, extended: false });
  app.useBodyParser('raw', { limit: MESSAGE_LIMIT, type: 'message/rfc822' });
  app.use(flatBodiesOnly);
  app.use(cookieParser());
  // each request sees no office until its guard or its link says which
  app.use((_request: Request, _response: Response, next: NextFunction) => {
    outsideOffices(next);
  });
  if (parts.settings.redisUrl !== undefined) app.use(...queueBoard(app));
  publishOpenApi(app);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: fieldProblem }));
  app.useGlobalFilters(app.get(ErrorFilter));
  return app;
}
