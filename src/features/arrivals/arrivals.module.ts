import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { HouseholdsModule } from '../households/index.js';
import { LanguagesModule } from '../languages/index.js';
import { MunicipalitiesModule } from '../municipalities/index.js';
import { OfficesModule } from '../offices/index.js';
import { ArrivalImports } from './arrival-imports.js';
import { ImportArrivals } from './import-arrivals.js';
import { ImportRecords } from './import-records.js';
import { ReadingFactsLoader } from './reading-facts.js';
import { ApplyArrivals } from './saving/apply-arrivals.js';

@Module({
  imports: [AuditModule, HouseholdsModule, LanguagesModule, MunicipalitiesModule, OfficesModule],
  providers: [ApplyArrivals, ArrivalImports, ImportArrivals, ImportRecords, ReadingFactsLoader],
  exports: [ArrivalImports, ImportArrivals],
})
export class ArrivalsModule {}
