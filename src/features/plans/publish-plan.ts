import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlaceTalks } from '../talks/index.js';
import { isOpen, isPublishable } from './plan.js';
import type { Plan, PublishResult } from './plan-record.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';
import { PublishRecord } from './publish-record.js';

/** Books what `version` of a plan showed. */
export interface PublishPlanCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
  /** Left out: as it is now. */
  readonly version?: number | undefined;
}

export type PublishPlanOutcome =
  | ({ readonly kind: 'published' | 'already-published' } & PublishResult)
  /** Somebody changed the plan after the check page was shown. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number };

/** A publication may wait for bookings under way longer than a single booking would. */
const LOCK_TIMEOUT = '20s';

/**
 * Books every row that nobody left out, in one transaction and by the rules of booking by hand. A row whose place was
 * taken meanwhile stays behind as a conflict; the others are booked. Publishing twice books once.
 */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly placing: PlaceTalks,
    private readonly record: PublishRecord,
  ) {}

  /** Throws `plan-not-found`, and `plan-not-open` for a plan that is not under review. */
  async run(command: PublishPlanCommand): Promise<PublishPlanOutcome> {
    const { officeId, planId, version } = command;
    const seen = await this.plans.get(officeId, planId);
    const rows = (await this.rows.of(planId)).filter(({ state }) => isPublishable(state));
    const wanted = rows.map(({ householdId, place, moves }) => ({ householdId, choice: place, moves }));
    const talks = await this.placing.read(officeId, wanted);
    return this.database.transaction(async (tx) => {
      await tx.query(`select set_config('lock_timeout', $1, true)`, [LOCK_TIMEOUT]);
      const plan = await this.plans.lock(tx, officeId, planId);
      if (plan.state === 'published') return { kind: 'already-published', ...resultOf(plan) };
      if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
      if (plan.version !== (version ?? seen.version)) {
        return { kind: 'changed-meanwhile', version: plan.version };
      }
      const placed = await this.placing.run(tx, talks, command.actor);
      const result = await this.record.write(tx, command, { rows, placed });
      return { kind: 'published', ...result };
    });
  }
}

function resultOf({ result }: Plan): PublishResult {
  return result ?? { booked: 0, moved: 0, conflicts: 0, notices: 0 };
}
