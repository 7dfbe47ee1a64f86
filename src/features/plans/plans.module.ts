import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { JobsModule } from '../jobs/index.js';
import { OfficesModule } from '../offices/index.js';
import { TalksModule } from '../talks/index.js';
import { ChangeRow } from './change-row.js';
import { DecideOnRows } from './decide-on-rows.js';
import { DiscardPlan } from './discard-plan.js';
import { PlanSteps } from './history/plan-steps.js';
import { RestoreEdition } from './history/restore-edition.js';
import { TakeBackSteps } from './history/take-back-steps.js';
import { MatchingEngine } from './matching-engine.js';
import { PlanEngine } from './plan-engine.js';
import { PlanGaps } from './plan-gaps.js';
import { PlanWorlds } from './plan-worlds.js';
import { PlannedPeople } from './planned-people.js';
import { PlanQuestions } from './plan-questions.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
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
import { WeightsEffects } from './weights/weights-effect.js';

const useCases = [
  StartPlan,
  DiscardPlan,
  DecideOnRows,
  ChangeRow,
  PublishPlan,
  PlanQueries,
  RowPlacesQueries,
  WeightsEffects,
  TakeBackSteps,
  RestoreEdition,
  TryWeights,
];

/** Plans: ordered, computed, reviewed, changed and published. */
@Module({
  imports: [AuditModule, OfficesModule, TalksModule, JobsModule],
  providers: [
    PlansRepository,
    PlanRowsRepository,
    PlanWorlds,
    PlannedPeople,
    PlanQuestions,
    PlanGaps,
    SavePlan,
    PublishRecord,
    PlanSteps,
    RunPlan,
    RunWeightTrials,
    { provide: PlanEngine, useClass: MatchingEngine },
    ...useCases,
  ],
  exports: useCases,
})
export class PlansModule {}
