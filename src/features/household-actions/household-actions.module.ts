import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { HouseholdsModule } from '../households/index.js';
import { JobsModule } from '../jobs/index.js';
import { NoticesModule } from '../notices/index.js';
import { ActionFactsReader } from './action-facts.js';
import { OrderHouseholdAction } from './order-household-action.js';
import { HouseholdChanges } from './household-changes.js';
import { RunHouseholdAction } from './run-household-action.js';

/** What staff do to many households at once. */
@Module({
  imports: [AuditModule, HouseholdsModule, JobsModule, NoticesModule],
  providers: [ActionFactsReader, HouseholdChanges, OrderHouseholdAction, RunHouseholdAction],
  exports: [OrderHouseholdAction],
})
export class HouseholdActionsModule {}
