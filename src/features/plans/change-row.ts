import { Injectable } from '@nestjs/common';
import { addTalks, checkTalk } from '../../scheduling/index.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { brokenRules, candidateOf, type BrokenRule, type TalkChoice } from '../talks/index.js';
import { asBefore } from './decide-on-rows.js';
import { PlanSteps } from './history/plan-steps.js';
import { isOpen, isPublishable } from './plan.js';
import { chosenRow } from './plan-findings.js';
import type { ChosenRow } from './plan-place.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';
import { RowPlacesQueries } from './row-places.js';

/** Puts the talk of a row, as `version` showed it, somewhere else. */
export interface ChangeRowCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly householdId: number;
  readonly version: number;
  readonly actor: string;
  readonly choice: TalkChoice;
}

export type ChangeRowOutcome =
  | { readonly kind: 'changed'; readonly row: ChosenRow }
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] }
  /** Somebody else did something with the row. */
  | { readonly kind: 'changed-meanwhile' };

/** Changes a row of a plan by hand: the same rules hold as for booking, with the other rows in their places. */
@Injectable()
export class ChangeRow {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly places: RowPlacesQueries,
    private readonly steps: PlanSteps,
  ) {}

  /** Throws `plan-not-found`, `plan-row-not-found` and `plan-not-open`. */
  async run(command: ChangeRowCommand): Promise<ChangeRowOutcome> {
    const { officeId, planId, householdId, choice } = command;
    const { world, schedule } = await this.places.world(officeId, { planId, householdId });
    const candidate = candidateOf(choice, householdId, world);
    const violations = brokenRules(checkTalk(candidate, schedule), world);
    if (violations.length > 0) return { kind: 'refused', violations };
    return this.save(command, chosenRow(candidate, addTalks([candidate], schedule), world));
  }

  private save(command: ChangeRowCommand, chosen: ChosenRow): Promise<ChangeRowOutcome> {
    const { officeId, planId, householdId, version } = command;
    return this.database.transaction(async (tx) => {
      const plan = await this.plans.lock(tx, officeId, planId);
      if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
      const row = await this.rows.lock(tx, planId, householdId);
      if (row.version !== version) return { kind: 'changed-meanwhile' };
      await this.rows.move(tx, row, chosen, {
        state: row.state === 'pinned' ? 'pinned' : 'changed',
        proposed: isPublishable(row.state) ? (row.proposed ?? row.place) : row.proposed,
        undo: asBefore(row),
        conflict: null,
      });
      await this.steps.record(tx, command, 'change', [row]);
      await this.plans.change(tx, planId, {});
      return { kind: 'changed', row: chosen };
    });
  }
}
