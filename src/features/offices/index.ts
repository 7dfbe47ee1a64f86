export { publicHolidays } from './holidays.js';
export { OfficesModule } from './offices.module.js';
export { Offices, type Office, type OfficeProfile } from './offices.js';
export { type OfficePolicies, OfficePoliciesSchema } from './policies.js';
export { SaveWeights } from './save-weights.js';
