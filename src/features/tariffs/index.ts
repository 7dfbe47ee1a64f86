export { addTariffVersion } from './add-tariff-version.js';
export { ChangeCosts, type ChangePreview, type NoTariff } from './change-costs.js';
export { TariffQueries } from './tariff.queries.js';
export { TariffsModule } from './tariffs.module.js';
