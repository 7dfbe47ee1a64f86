export { HouseholdActionsModule } from './household-actions.module.js';
export { householdActions, needsReason, type HouseholdAction } from './household-action.js';
export { MOST_HOUSEHOLDS, OrderHouseholdAction, type ActionPreview } from './order-household-action.js';
