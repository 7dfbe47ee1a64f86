import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { HouseholdRegister } from './household-register.js';
import { HouseholdQueries } from './household.queries.js';
import { Households } from './households.js';
import { UpdateHousehold } from './update-household.js';

@Module({
  imports: [AuditModule, OfficesModule],
  providers: [Households, HouseholdQueries, HouseholdRegister, UpdateHousehold],
  exports: [Households, HouseholdQueries, HouseholdRegister, UpdateHousehold],
})
export class HouseholdsModule {}
