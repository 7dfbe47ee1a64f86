import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ApiTokensModule } from '../../features/api-tokens/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { ResourcesModule } from '../../features/resources/index.js';
import { OfficesController } from './offices.controller.js';
import { ResourcesController } from './resources.controller.js';

/** REST for other systems, under /api/v1. */
@Module({
  imports: [ApiTokensModule, OfficesModule, ResourcesModule],
  controllers: [OfficesController, ResourcesController],
})
export class ApiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(neverStored).forRoutes('api/v1/*path');
  }
}

/** Personal data stays out of every cache. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
