import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { ArchiveOffers } from './archive/archive-offers.js';
import { DeleteHouseholds } from './delete-households.js';
import { ExportHousehold } from './export-household.js';
import { Retention } from './retention.js';

/** What people may see of what is kept about them, and when it goes. */
@Module({
  imports: [AuditModule, OfficesModule],
  providers: [ArchiveOffers, ExportHousehold, DeleteHouseholds, Retention],
  exports: [ArchiveOffers, ExportHousehold, Retention],
})
export class PersonalDataModule {}
