export { PlansModule } from './plans.module.js';
export { StartPlan, type StartPlanCommand } from './start-plan.js';
export { DiscardPlan } from './discard-plan.js';
export { TakeBackSteps } from './history/take-back-steps.js';
export { RestoreEdition } from './history/restore-edition.js';
export { DecideOnRows } from './decide-on-rows.js';
export { ChangeRow } from './change-row.js';
export { RowPlacesQueries, type RowPlaces } from './row-places.js';
export { PublishPlan } from './publish-plan.js';
export {
  PlanQueries,
  type PlanHistory,
  type PlanReview,
  type ReviewGap,
  type ReviewRow,
} from './plan.queries.js';
export type { AnnouncedPolicy, Plan } from './plan-record.js';
export type { MoveReason } from './plan-move.js';
export { hasFindings, type RowAction } from './plan.js';
export { WeightsEffects, type WeightsEffect } from './weights/weights-effect.js';
export { TryWeights } from './weights/try-weights.js';
export type { WeightTrial } from './weights/weight-trial.js';
export { costPartNames } from '../../scheduling/index.js';
