import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { HouseholdsModule } from '../households/index.js';
import { DuplicateQueries } from './duplicate.queries.js';
import { MergeHouseholds } from './merge-households.js';

/** Households that stand in the office twice. */
@Module({
  imports: [AuditModule, HouseholdsModule],
  providers: [DuplicateQueries, MergeHouseholds],
  exports: [DuplicateQueries, MergeHouseholds],
})
export class DuplicatesModule {}
