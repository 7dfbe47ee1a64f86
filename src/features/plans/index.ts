export { PLAN_QUEUE } from './plan-queue.js';
export { PlansModule, PlansWorkerModule } from './plans.module.js';
export { StartPlan, type StartPlanCommand } from './start-plan.js';
export { CancelPlan } from './cancel-plan.js';
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
export type { RowAction } from './plan.js';
export { RunPlan } from './run-plan.js';
export { WeightsEffects, type WeightsEffect } from './weights/weights-effect.js';
export { TryWeights } from './weights/try-weights.js';
export type { WeightTrial } from './weights/weight-trials.repository.js';
export { costPartNames } from '../../scheduling/index.js';
