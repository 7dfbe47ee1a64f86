import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { type Household, Households, UpdateHousehold } from '../households/index.js';
import { merged, obstacleToMerging } from './merged-household.js';

/** Which entry stays and which one goes, as somebody saw them. */
export interface MergeCommand {
  readonly officeId: number;
  readonly actor: string;
  readonly kept: { readonly id: number; readonly version: number };
  readonly gone: { readonly id: number; readonly version: number };
}

export type MergeOutcome = { readonly kind: 'merged' } | { readonly kind: 'changed-meanwhile' };

/** Everything that hangs on the entry that goes, `$2`, hangs on the one that stays, `$1`, afterwards. */
const HAND_OVER = [
  `update talks set household_id = $1, version = version + 1 where household_id = $2`,
  `update allocations set resource_id = $1 where resource_kind = 4 and resource_id = $2`,
  `update notices set recipient_id = $1 where recipient_kind = 'household' and recipient_id = $2`,
  `update links set household_id = $1 where household_id = $2`,
  `insert into interpreter_exclusions (household_id, interpreter_id)
   select $1, interpreter_id from interpreter_exclusions where household_id = $2 on conflict do nothing`,
] as const;

/** Two entries of the same people become one; no talk and no message is lost. */
@Injectable()
export class MergeHouseholds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: Households,
    private readonly update: UpdateHousehold,
    private readonly audit: Audit,
  ) {}

  /** Throws `household-not-found`, and `merge-same`, `merge-two-talks`, `merge-not-alike`. */
  run(command: MergeCommand): Promise<MergeOutcome> {
    const { officeId, kept: stays, gone: goes } = command;
    return this.database.transaction(async (tx) => {
      await tx.query(
        'select id from households where office_id = $1 and id = any ($2) order by id for update',
        [officeId, [stays.id, goes.id]],
      );
      const kept = await this.households.get(officeId, stays.id);
      const gone = await this.households.get(officeId, goes.id);
      if (kept.version !== stays.version || gone.version !== goes.version)
        return { kind: 'changed-meanwhile' };
      const obstacle = obstacleToMerging(kept, gone);
      if (obstacle !== undefined) throw new DomainError(`merge-${obstacle}`, 'conflict');
      await this.write(tx, command, kept, gone);
      return { kind: 'merged' };
    });
  }

  /** They are different people: nobody is asked again. Throws `household-not-found`, `merge-same`. */
  async keepApart(officeId: number, ids: readonly [number, number], actor: string): Promise<void> {
    for (const id of ids) await this.households.get(officeId, id);
    if (ids[0] === ids[1]) throw new DomainError('merge-same', 'conflict');
    const [one, other] = [...ids].sort((a, b) => a - b);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into distinct_households (office_id, one, other, noted_by, noted_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [officeId, one, other, actor, this.clock.now()],
      );
      await this.record(tx, { officeId, actor }, 'household-kept-apart', [Number(one), Number(other)]);
    });
  }

  private async write(
    tx: Tx,
    { officeId, actor }: MergeCommand,
    kept: Household,
    gone: Household,
  ): Promise<void> {
    const result = merged(kept, gone);
    for (const sql of HAND_OVER) await tx.query(sql, [kept.id, gone.id]);
    await tx.query('update persons set household_id = $1, is_contact = false where id = any ($2)', [
      kept.id,
      result.addedPersons.map(({ id }) => id),
    ]);
    const change = {
      ...{ email: result.email, phone: result.phone, note: result.note, stepFree: result.stepFree },
      ...{ addressLock: result.addressLock, acceptsRemoteInterpreter: result.acceptsRemoteInterpreter },
    };
    await this.update.inside(tx, { officeId, householdId: kept.id, version: kept.version, change, actor });
    await tx.query('update households set state = $2, arrived_on = $3, target_on = $4 where id = $1', [
      kept.id,
      result.state,
      result.arrivedOn,
      result.targetOn,
    ]);
    await tx.query(
      `update households set state = 'not-invited', state_reason = $3, merged_into = $2, version = version + 1 where id = $1`,
      [gone.id, kept.id, `merged:${kept.reference}`],
    );
    await this.record(tx, { officeId, actor }, 'household-merged', [kept.id, gone.id]);
  }

  /** With both, so that the history of each tells it. */
  private async record(
    tx: Tx,
    whose: { readonly officeId: number; readonly actor: string },
    action: string,
    [one, other]: readonly [number, number],
  ): Promise<void> {
    const entry = { ...whose, action, subjectKind: 'household' };
    await this.audit.recordAll(tx, [
      { ...entry, subjectId: String(one), detail: { with: other } },
      { ...entry, subjectId: String(other), detail: { with: one } },
    ]);
  }
}
