import { Module } from '@nestjs/common';
import { AuditWorkerModule } from './features/audit/index.js';
import { HouseholdActionsModule } from './features/household-actions/index.js';
import { InterpretersWorkerModule } from './features/interpreters/index.js';
import { JobsWorkerModule } from './features/jobs/index.js';
import { NoticesWorkerModule } from './features/notices/index.js';
import { PersonalDataWorkerModule } from './features/personal-data/index.js';
import { PlansModule } from './features/plans/index.js';
import { ReconcileWorkerModule } from './features/reconcile/index.js';
import { OffersWorkerModule } from './features/visits/index.js';

/** What only a process with `ROLE=worker` or `ROLE=all` does: job handlers and recurring tasks. */
@Module({
  imports: [
    AuditWorkerModule,
    InterpretersWorkerModule,
    NoticesWorkerModule,
    OffersWorkerModule,
    PersonalDataWorkerModule,
    JobsWorkerModule,
    // whose jobs those are
    HouseholdActionsModule,
    PlansModule,
    ReconcileWorkerModule,
  ],
})
export class WorkerModule {}
