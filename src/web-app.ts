import path from 'node:path';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule, type AppParts } from './app.module.js';
import { publishOpenApi } from './pages/api/open-api.js';
import { ErrorFilter } from './pages/shared/error.filter.js';
import { fieldProblem } from './pages/shared/field-problem.js';
import { NestLogger } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { watchRequests } from './platform/metrics/watch-requests.js';

const BODY_LIMIT = '256kb';
/** A returned mail holds at most one of ours and what a server says of it. */
const MESSAGE_LIMIT = '2mb';
const ASSETS = path.resolve(import.meta.dirname, '../assets');

/** No inline script, nothing foreign (reliability.md 4.3); inline style is needed by nobody. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
  },
};

/** Nothing here is for search engines, least of all an address with a secret in it. */
function keptOutOfSearches(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
}

/** Builds the web application, ready to listen; the caller owns signals and closes it. */
export async function createWebApp(parts: AppParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    logger: new NestLogger(parts.logger),
    forceCloseConnections: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.use(watchRequests(app.get(Metrics), parts.logger, parts.settings.production ? 'info' : 'debug'));
  app.use(
    helmet({
      contentSecurityPolicy,
      strictTransportSecurity: parts.settings.publicUrl.startsWith('https:'),
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use(keptOutOfSearches);
  app.use(compression());
  app.useStaticAssets(ASSETS, { prefix: '/assets/', maxAge: '1h', index: false });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useBodyParser('urlencoded', { limit: BODY_LIMIT, extended: false });
  app.useBodyParser('raw', { limit: MESSAGE_LIMIT, type: 'message/rfc822' });
  app.use(cookieParser());
  publishOpenApi(app);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: fieldProblem }));
  app.useGlobalFilters(app.get(ErrorFilter));
  return app;
}
