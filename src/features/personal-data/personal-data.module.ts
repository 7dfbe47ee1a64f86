import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DeleteHouseholds } from './delete-households.js';
import { ExportHousehold } from './export-household.js';
import { Retention } from './retention.js';

/** What people may see of what is kept about them, and when it goes. */
@Module({
  imports: [AuditModule],
  providers: [ExportHousehold, DeleteHouseholds, Retention],
  exports: [ExportHousehold, Retention],
})
export class PersonalDataModule {}
