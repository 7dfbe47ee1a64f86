import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { NoticeReason } from '../notice-reasons.js';
import type { DeliveryState } from '../notice.queries.js';
import type { LadderGroup } from './ladder-policy.js';
import { RUNG_KINDS } from './rung-kinds.js';

/** One rung of a household's ladder: told, to come, or ended before it with a reason. */
interface HouseholdRung {
  readonly noticeId: string;
  /** `invitation`, `change` (the invitation to another time), or a rung that asks again. */
  readonly kind: string;
  readonly channel: 'email' | 'letter';
  readonly state: DeliveryState;
  readonly reason: NoticeReason | null;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
}

/** Where a household stands on the ladder of its coming talk. */
export interface HouseholdLadder {
  readonly group: LadderGroup;
  /** Null while the ladder goes on. */
  readonly suspended: { readonly since: Date; readonly because: string } | null;
  /** By time; empty when the household has no coming talk or has not been told of it. */
  readonly rungs: readonly HouseholdRung[];
}

interface Row {
  readonly group: LadderGroup;
  readonly since: Date | null;
  readonly because: string | null;
}

const RUNGS_SQL = `
select n.id as "noticeId", n.kind, n.channel,
  case when n.state <> 'planned' then n.state when n.channel = 'letter' and n.due_at <= $3 then 'to-print'
    else 'waiting' end as state, n.state_reason as reason, n.due_at as "dueAt",
  n.sent_at as "sentAt"
from notices n join talks t on t.id = n.talk_id and t.revision = n.revision
where t.household_id = $1 and t.state in ('invited', 'confirmed', 'change-requested')
  and n.recipient_kind = 'household' and n.kind = any($2)
order by n.due_at, n.id`;

/** The ladders of households, for staff. */
@Injectable()
export class HouseholdLadderQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `household-not-found`. */
  async of(officeId: number, householdId: number): Promise<HouseholdLadder> {
    const [row] = await this.database.query<Row>(
      `select ladder_group as "group", ladder_suspended_at as since, ladder_suspended_because as because
       from households where office_id = $1 and id = $2`,
      [officeId, householdId],
    );
    if (!row) throw new DomainError('household-not-found', 'not-found');
    const { group, since, because } = row;
    return {
      group,
      suspended: since === null || because === null ? null : { since, because },
      rungs: await this.database.query<HouseholdRung>(RUNGS_SQL, [
        householdId,
        ['invitation', 'change', ...RUNG_KINDS],
        this.clock.now(),
      ]),
    };
  }
}
