import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { HouseholdQueries } from './household.queries.js';
import { Households } from './households.js';
import { UpdateHousehold } from './update-household.js';

@Module({
  imports: [AuditModule, OfficesModule],
  providers: [Households, HouseholdQueries, UpdateHousehold],
  exports: [Households, HouseholdQueries, UpdateHousehold],
})
export class HouseholdsModule {}
