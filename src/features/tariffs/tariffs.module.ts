import { Module } from '@nestjs/common';
import { OfficesModule } from '../offices/index.js';
import { BookedVisits } from './booked-visits.js';
import { ChangeCosts } from './change-costs.js';
import { TariffExamples } from './tariff-examples.js';
import { TariffQueries } from './tariff.queries.js';
import { CancellationCosts } from './visit-costs/cancellation-costs.js';
import { OfficeTermsOf } from './visit-costs/office-terms.js';
import { VisitCostQueries } from './visit-costs/visit-cost.queries.js';
import { VisitCosts } from './visit-costs/visit-costs.js';
import { VisitPrices } from './visit-costs/visit-prices.js';

const exported = [
  TariffQueries,
  TariffExamples,
  ChangeCosts,
  VisitCosts,
  VisitCostQueries,
  CancellationCosts,
  VisitPrices,
];

/** What interpreters cost by the versions of their tariffs. */
@Module({
  imports: [OfficesModule],
  providers: [...exported, BookedVisits, OfficeTermsOf],
  exports: exported,
})
export class TariffsModule {}
