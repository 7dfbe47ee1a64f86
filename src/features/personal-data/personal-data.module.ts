import { Module } from '@nestjs/common';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { ArchiveOffers } from './archive/archive-offers.js';
import { DeleteHouseholds } from './delete-households.js';
import { ExportHousehold } from './export-household.js';
import { Retention } from './retention.js';
import { ExportDocument } from './subject-access/export-document.js';

/** What people may see of what is kept about them, and when it goes. */
@Module({
  imports: [AuditModule, OfficesModule, PdfModule],
  providers: [ArchiveOffers, ExportDocument, ExportHousehold, DeleteHouseholds, Retention],
  exports: [ArchiveOffers, ExportDocument, ExportHousehold, Retention],
})
export class PersonalDataModule {}
