import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { TalksModule } from '../talks/index.js';
import { CancelPlan } from './cancel-plan.js';
import { ChangeRow } from './change-row.js';
import { DecideOnRows } from './decide-on-rows.js';
import { PlanSteps } from './history/plan-steps.js';
import { RestoreEdition } from './history/restore-edition.js';
import { TakeBackSteps } from './history/take-back-steps.js';
import { MatchingEngine } from './matching-engine.js';
import { PlanEngine } from './plan-engine.js';
import { PlanGaps } from './plan-gaps.js';
import { PlanLeases } from './plan-leases.js';
import { PLAN_QUEUE, PlanQueue } from './plan-queue.js';
import { PlanWorlds } from './plan-worlds.js';
import { PlannedPeople } from './planned-people.js';
import { PlanQuestions } from './plan-questions.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
import { PlanProcessor, PlanWorker } from './plan-worker.js';
import { PlanQueries } from './plan.queries.js';
import { PlansRepository } from './plans.repository.js';
import { PublishPlan } from './publish-plan.js';
import { PublishRecord } from './publish-record.js';
import { RowPlacesQueries } from './row-places.js';
import { RunPlan } from './run-plan.js';
import { SavePlan } from './save-plan.js';
import { StartPlan } from './start-plan.js';
import { RunWeightTrials } from './weights/run-weight-trials.js';
import { TryWeights } from './weights/try-weights.js';
import { WeightTrialsRepository } from './weights/weight-trials.repository.js';
import { WeightsEffects } from './weights/weights-effect.js';

const useCases = [
  StartPlan,
  CancelPlan,
  DecideOnRows,
  ChangeRow,
  PublishPlan,
  PlanQueries,
  RowPlacesQueries,
  RunPlan,
  WeightsEffects,
  TakeBackSteps,
  RestoreEdition,
  TryWeights,
  RunWeightTrials,
];

/** Plans: ordered, computed, reviewed, changed and published. */
@Module({
  imports: [AuditModule, OfficesModule, TalksModule, BullModule.registerQueue({ name: PLAN_QUEUE })],
  providers: [
    PlansRepository,
    PlanRowsRepository,
    PlanLeases,
    PlanQueue,
    PlanWorlds,
    PlannedPeople,
    PlanQuestions,
    PlanGaps,
    SavePlan,
    PublishRecord,
    PlanSteps,
    WeightTrialsRepository,
    { provide: PlanEngine, useClass: MatchingEngine },
    ...useCases,
  ],
  exports: [...useCases, PlanLeases],
})
export class PlansModule {}

/** What only workers do: computing plans. */
@Module({ imports: [PlansModule], providers: [PlanWorker, PlanProcessor] })
export class PlansWorkerModule {}
