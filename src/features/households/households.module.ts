import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { NoticesModule } from '../notices/index.js';
import { OfficesModule } from '../offices/index.js';
import { EmailConsents } from './email-consents.js';
import { HouseholdRegister } from './household-register.js';
import { HouseholdQueries } from './household.queries.js';
import { Households } from './households.js';
import { UpdateHousehold } from './update-household.js';

@Module({
  imports: [AuditModule, NoticesModule, OfficesModule],
  providers: [EmailConsents, Households, HouseholdQueries, HouseholdRegister, UpdateHousehold],
  exports: [EmailConsents, Households, HouseholdQueries, HouseholdRegister, UpdateHousehold],
})
export class HouseholdsModule {}
