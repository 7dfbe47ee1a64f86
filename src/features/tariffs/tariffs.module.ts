import { Module } from '@nestjs/common';
import { OfficesModule } from '../offices/index.js';
import { BookedVisits } from './booked-visits.js';
import { ChangeCosts } from './change-costs.js';
import { TariffExamples } from './tariff-examples.js';
import { TariffQueries } from './tariff.queries.js';

/** What interpreters cost by the versions of their tariffs. */
@Module({
  imports: [OfficesModule],
  providers: [TariffQueries, TariffExamples, BookedVisits, ChangeCosts],
  exports: [TariffQueries, TariffExamples, ChangeCosts],
})
export class TariffsModule {}
