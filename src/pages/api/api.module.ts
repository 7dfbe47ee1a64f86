import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ApiTokensModule } from '../../features/api-tokens/index.js';
import { ArrivalsModule } from '../../features/arrivals/index.js';
import { AuditModule } from '../../features/audit/index.js';
import { HouseholdsModule } from '../../features/households/index.js';
import { InterpretersModule } from '../../features/interpreters/index.js';
import { NoticesModule } from '../../features/notices/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { PlansModule } from '../../features/plans/index.js';
import { ReportsModule } from '../../features/reports/index.js';
import { ResourcesModule } from '../../features/resources/index.js';
import { TalksModule } from '../../features/talks/index.js';
import { TariffsModule } from '../../features/tariffs/index.js';
import { VisitsModule } from '../../features/visits/index.js';
import { ArrivalsController } from './arrivals.controller.js';
import { AuditController } from './audit.controller.js';
import { EventsController } from './events.controller.js';
import { HouseholdsController } from './households.controller.js';
import { InterpretersController } from './interpreters.controller.js';
import { NoticesController } from './notices.controller.js';
import { OffersController } from './offers.controller.js';
import { OfficesController } from './offices.controller.js';
import { PlansController } from './plans.controller.js';
import { ReportsController } from './reports.controller.js';
import { ResourcesController } from './resources.controller.js';
import { ReturnedMailController } from './returned-mail.controller.js';
import { SlotsController } from './slots.controller.js';
import { TalkAnswersController } from './talk-answers.controller.js';
import { TalkCostsController } from './talk-costs.controller.js';
import { TalksController } from './talks.controller.js';
import { VisitsController } from './visits.controller.js';

/** REST for other systems, under /api/v1. */
@Module({
  imports: [
    ApiTokensModule,
    ArrivalsModule,
    AuditModule,
    HouseholdsModule,
    InterpretersModule,
    NoticesModule,
    OfficesModule,
    PlansModule,
    ReportsModule,
    ResourcesModule,
    TalksModule,
    TariffsModule,
    VisitsModule,
  ],
  controllers: [
    ArrivalsController,
    OfficesController,
    ResourcesController,
    HouseholdsController,
    InterpretersController,
    SlotsController,
    TalksController,
    TalkAnswersController,
    TalkCostsController,
    OffersController,
    VisitsController,
    NoticesController,
    ReturnedMailController,
    PlansController,
    ReportsController,
    EventsController,
    AuditController,
  ],
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
