import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import type { PlanState } from './plan.js';
import { PlansRepository } from './plans.repository.js';

/** Which plan to throw away. */
export interface DiscardPlanCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
}

/** Throws a plan away that nobody wants. Doing it twice is doing it once. */
@Injectable()
export class DiscardPlan {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly audit: Audit,
  ) {}

  /** The state afterwards; only a plan under review, or a failed one, goes. Throws `plan-not-found`. */
  run({ officeId, planId, actor }: DiscardPlanCommand): Promise<PlanState> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.plans.lock(tx, officeId, planId);
      if (state !== 'ready' && state !== 'failed') return state;
      await this.plans.change(tx, planId, { state: 'discarded', snapshot: null });
      const subject = { subjectKind: 'plan', subjectId: planId };
      await this.audit.record(tx, { officeId, actor, action: 'plan-discarded', ...subject });
      return 'discarded';
    });
  }
}
