import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { isComputing, type PlanState } from './plan.js';
import { PlansRepository } from './plans.repository.js';

/** Whom to stop or throw away. */
export interface EndPlanCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
}

export interface EndPlanOutcome {
  /** `stopping`: the run ends soon with the best it has. */
  readonly kind: 'stopping' | 'discarded' | 'over';
  readonly state: PlanState;
}

/** Stops a run, or throws a plan away that nobody wants. Doing it twice is doing it once. */
@Injectable()
export class CancelPlan {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly audit: Audit,
  ) {}

  /** Ends the search of a run; what it found until then is there for review. Throws `plan-not-found`. */
  stop(command: EndPlanCommand): Promise<EndPlanOutcome> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.plans.lock(tx, command.officeId, command.planId);
      if (!isComputing(state)) return { kind: 'over', state };
      await this.plans.change(tx, command.planId, { cancel_requested: true });
      await this.record(tx, command, 'plan-stopped');
      return { kind: 'stopping', state };
    });
  }

  /** Throws a plan under review, or a failed one, away. Throws `plan-not-found`. */
  discard(command: EndPlanCommand): Promise<EndPlanOutcome> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.plans.lock(tx, command.officeId, command.planId);
      if (state !== 'ready' && state !== 'failed') return { kind: 'over', state };
      await this.plans.change(tx, command.planId, { state: 'discarded', snapshot: null });
      await this.record(tx, command, 'plan-discarded');
      return { kind: 'discarded', state: 'discarded' };
    });
  }

  private record(
    tx: Parameters<Audit['record']>[0],
    { officeId, planId, actor }: EndPlanCommand,
    action: string,
  ): Promise<void> {
    return this.audit.record(tx, { officeId, actor, action, subjectKind: 'plan', subjectId: planId });
  }
}
