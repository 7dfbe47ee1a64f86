export { HouseholdsModule } from './households.module.js';
export { EmailConsents } from './email-consents.js';
export { Households } from './households.js';
export {
  HouseholdQueries,
  type InboxCounts,
  type InboxCursor,
  type InboxFilter,
  type InboxRow,
} from './household.queries.js';
export { UpdateHousehold, type HouseholdChange } from './update-household.js';
export { HouseholdRegister } from './household-register.js';
export type {
  HouseholdFacts,
  HouseholdRevision,
  NewHousehold,
  PersonFacts,
  RegisteredHousehold,
  RegisteredPerson,
} from './registered-household.js';
export type { Household, HouseholdLanguage, HouseholdState, Person } from './household.js';
