import { Injectable } from '@nestjs/common';
import { resumedRungs, type DatedRung, type RungStop } from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import type { PlanningFacts } from '../planned-notices.js';
import { PlanningRepository } from '../planning.repository.js';
import type { LadderGroup } from './ladder-policy.js';
import { RUNG_KINDS } from './rung-kinds.js';

/** Which household, and who acts: `staff:<id>`. */
interface LadderCommand {
  readonly officeId: number;
  readonly householdId: number;
  readonly actor: string;
}

interface HouseholdRow {
  readonly suspendedAt: Date | null;
  readonly talkId: string | null;
}

interface RungRow {
  readonly id: string;
  readonly kind: DatedRung['kind'];
  readonly channel: 'email' | 'letter';
  readonly dueAt: Date;
  readonly stops: readonly RungStop[] | null;
}

const LONGEST_REASON = 200;
const MINUTE_MS = 60_000;

const HOUSEHOLD_SQL = `
select h.ladder_suspended_at as "suspendedAt", (select t.id from talks t where t.household_id = h.id
  and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as "talkId"
from households h where h.office_id = $1 and h.id = $2 for update of h`;

/** Rungs that had not left when the ladder stood still. */
const RUNGS_SQL = `
select id, kind, channel, due_at as "dueAt", facts -> 'stops' as stops from notices
where talk_id = $1 and revision = $2 and kind = any($3)
  and (state = 'planned' or state = 'superseded' and state_reason = 'suspended')
order by due_at for update`;

const REMINDERS_SQL = `
select due_at as "dueAt" from notices where talk_id = $1 and revision = $2 and recipient_kind = 'household'
  and kind like 'reminder-%' and state in ('planned', 'sending', 'sent', 'unknown')`;

const RESUME_SQL = `
update notices n set state = 'planned', state_reason = null, due_at = r.due_at, expires_at = r.expires_at
from jsonb_to_recordset($1) as r (id uuid, due_at timestamptz, expires_at timestamptz) where n.id = r.id`;

const LEAVE_OUT_SQL = `update notices set state = 'dropped', state_reason = 'too-late' where id = any($1)`;

/** Staff stop asking a household for its answer for a time, and go on later. */
@Injectable()
export class LadderSuspension {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlanningRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * No rung leaves any more; reminders of a talk still do. Throws `household-not-found` and `ladder-reason-missing`
   * (1 to 200 characters). Suspending twice keeps the first moment and the newer reason.
   */
  suspend(command: LadderCommand, reason: string): Promise<void> {
    return this.database.transaction((tx) => this.suspendInside(tx, command, reason));
  }

  /** The same in a transaction that does more than this. */
  async suspendInside(tx: Tx, command: LadderCommand, reason: string): Promise<void> {
    const because = reason.trim();
    if (because === '' || because.length > LONGEST_REASON) {
      throw new DomainError('ladder-reason-missing', 'invalid', { limit: LONGEST_REASON });
    }
    await this.lock(tx, command);
    await tx.query(
      `update households set ladder_suspended_at = coalesce(ladder_suspended_at, $2), ladder_suspended_because = $3
       where id = $1`,
      [command.householdId, this.clock.now(), because],
    );
    await this.record(tx, command, 'ladder-suspended');
  }

  /** The ladder goes on where it stood, later by as long as it stood still. Throws `household-not-found`. */
  resume(command: LadderCommand): Promise<void> {
    return this.database.transaction((tx) => this.resumeInside(tx, command));
  }

  /** The same in a transaction that does more than this. */
  async resumeInside(tx: Tx, command: LadderCommand): Promise<void> {
    const { suspendedAt, talkId } = await this.lock(tx, command);
    if (suspendedAt === null) return;
    await tx.query(
      'update households set ladder_suspended_at = null, ladder_suspended_because = null where id = $1',
      [command.householdId],
    );
    if (talkId !== null) await this.goOn(tx, await this.plans.facts(tx, talkId), suspendedAt);
    await this.record(tx, command, 'ladder-resumed');
  }

  /** By which ladder the household is asked, from its next invitation on. Throws `household-not-found`. */
  async changeGroup(command: LadderCommand, group: LadderGroup): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.lock(tx, command);
      await tx.query('update households set ladder_group = $2 where id = $1', [command.householdId, group]);
      await this.record(tx, command, 'ladder-group-changed');
    });
  }

  private async goOn(tx: Tx, facts: PlanningFacts, suspendedAt: Date): Promise<void> {
    const { talkId, revision, startsAt, now, sending } = facts;
    const rows = await tx.query<RungRow[]>(RUNGS_SQL, [talkId, revision, RUNG_KINDS]);
    const reminders = await tx.query<{ dueAt: Date }[]>(REMINDERS_SQL, [talkId, revision]);
    const suspension = {
      minutes: Math.ceil((now.getTime() - suspendedAt.getTime()) / MINUTE_MS),
      talkStart: startsAt.getTime() / MINUTE_MS,
      reminders: reminders.map(({ dueAt }) => dueAt.getTime() / MINUTE_MS),
    };
    const rungs = resumedRungs(rows.map(datedRung), suspension, sending);
    const idOf = (kind: string): string => rows.find((row) => row.kind === kind)?.id ?? '';
    const resumed = rungs.map(({ kind, dueAt, usefulUntil }) => ({
      id: idOf(kind),
      due_at: new Date(dueAt * MINUTE_MS),
      expires_at: new Date(usefulUntil * MINUTE_MS),
    }));
    const ids = new Set(resumed.map(({ id }) => id));
    await tx.query(RESUME_SQL, [JSON.stringify(resumed)]);
    await tx.query(LEAVE_OUT_SQL, [rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id)]);
  }

  private async lock(tx: Tx, { officeId, householdId }: LadderCommand): Promise<HouseholdRow> {
    const [household] = await tx.query<HouseholdRow[]>(HOUSEHOLD_SQL, [officeId, householdId]);
    if (!household) throw new DomainError('household-not-found', 'not-found');
    return household;
  }

  private record(tx: Tx, { officeId, householdId, actor }: LadderCommand, action: string): Promise<void> {
    return this.audit.record(tx, {
      officeId,
      actor,
      action,
      subjectKind: 'household',
      subjectId: householdId,
    });
  }
}

function datedRung({ kind, channel, dueAt, stops }: RungRow): DatedRung {
  const due = dueAt.getTime() / MINUTE_MS;
  return { kind, channel, dueAt: due, usefulUntil: due, stops: stops ?? [] };
}
