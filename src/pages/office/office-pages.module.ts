import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { OfficesModule } from '../../features/offices/index.js';
import { StaffModule } from '../../features/staff/index.js';
import { WorklistModule } from '../../features/worklist/index.js';
import { LoginController } from './login.controller.js';
import { OfficePages } from './office-pages.js';
import { RootController } from './root.controller.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { TodayController } from './today.controller.js';

/** The web site of the staff. */
@Module({
  imports: [OfficesModule, StaffModule, WorklistModule],
  controllers: [RootController, LoginController, SessionController, TodayController],
  providers: [OfficePages, SessionCookie],
})
export class OfficePagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(neverStored).forRoutes('office', 'office/*path');
  }
}

/** Personal pages stay out of every cache. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
