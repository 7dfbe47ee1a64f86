import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { ArrivalsModule } from './features/arrivals/index.js';
import { HouseholdsModule } from './features/households/index.js';
import { ExampleOfficeModule } from './features/example-office/index.js';
import { PersonalDataModule } from './features/personal-data/index.js';
import { ProductMetricsModule } from './features/metrics/index.js';
import { PlansModule } from './features/plans/index.js';
import { ReconcileModule } from './features/reconcile/index.js';
import { TalksModule } from './features/talks/index.js';
import { VisitsModule } from './features/visits/index.js';
import { ApiModule } from './pages/api/api.module.js';
import { CalendarPagesModule } from './pages/calendar/calendar-pages.module.js';
import { InterpreterPagesModule } from './pages/interpreter/interpreter-pages.module.js';
import { NewcomerPagesModule } from './pages/newcomer/newcomer-pages.module.js';
import { OfficePagesModule } from './pages/office/office-pages.module.js';
import { ErrorFilter } from './pages/shared/error.filter.js';
import type { Clock } from './platform/clock/clock.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Settings } from './platform/config/settings.js';
import { SettingsModule } from './platform/config/settings.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { I18nModule } from './platform/i18n/i18n.module.js';
import { LoggerModule } from './platform/logging/logger.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import type { QueueConnection } from './platform/queue/queue-connection.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { WorkerModule } from './worker.module.js';

/** What is made before Nest, and which of the two jobs this process has. */
export interface AppParts {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly queues: QueueConnection;
  /** `all` serves pages and works off jobs in one process. */
  readonly role: 'all' | 'web' | 'worker';
}

/** Wiring only: plumbing for every process, pages for the web, jobs for the worker. */
@Module({})
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(parts.settings),
        ClockModule.with(parts.clock),
        LoggerModule.with(parts.logger),
        DatabaseModule.for(parts.settings),
        QueueModule.with(parts.queues),
        I18nModule,
        ExampleOfficeModule,
        // wherever talks change, their visits and offers follow
        VisitsModule,
        HealthModule,
        MetricsModule,
        ...(parts.role === 'worker' ? [] : webModules),
        ...(parts.role === 'web' ? [] : [WorkerModule]),
      ],
      providers: [ErrorFilter],
    };
  }
}

const webModules = [
  ArrivalsModule,
  ProductMetricsModule,
  HouseholdsModule,
  PersonalDataModule,
  ReconcileModule,
  TalksModule,
  PlansModule,
  OfficePagesModule,
  NewcomerPagesModule,
  InterpreterPagesModule,
  CalendarPagesModule,
  ApiModule,
];
