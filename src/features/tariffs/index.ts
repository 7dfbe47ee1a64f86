export { addTariffVersion, enterTariffVersion, replaceTariffVersion } from './save-tariff-version.js';
export { ChangeCosts, type ChangePreview, type Unpriced } from './change-costs.js';
export { tariffExample, TariffExamples, type TariffExample } from './tariff-examples.js';
export { ownTariffVersion, TariffQueries } from './tariff.queries.js';
export type { TariffVersion } from './tariff-version.js';
export { TariffsModule } from './tariffs.module.js';
export { CancellationCosts } from './visit-costs/cancellation-costs.js';
export {
  type BilledCancellation,
  type VisitMoney,
  VisitCostQueries,
} from './visit-costs/visit-cost.queries.js';
export { VisitCosts } from './visit-costs/visit-costs.js';
export { VisitPrices } from './visit-costs/visit-prices.js';
