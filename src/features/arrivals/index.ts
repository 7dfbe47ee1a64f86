export { ArrivalsModule } from './arrivals.module.js';
export { ArrivalImports } from './arrival-imports.js';
export { ImportArrivals } from './import-arrivals.js';
export type { ArrivalImport } from './import-result.js';
export type { Issue } from './rows/arrival-row.js';
export type { ArrivingHousehold } from './rows/arriving-household.js';
export { describeImport, type DescribedImport } from './describe-import.js';
export { refusalWords } from './refusal-words.js';
export { fields, headingOf, requiredFields } from './rows/headings.js';
