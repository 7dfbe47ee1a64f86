import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

/** Something that happened to a talk: ids only, what it is now is asked of the talk itself. */
export interface TalkEvent {
  /** Grows; the place to go on from. */
  readonly id: string;
  readonly at: Date;
  /** `talk-booked`, `talk-moved`, `talk-confirmed`, `talk-cancelled` … */
  readonly kind: string;
  readonly talkId: string;
  readonly householdId: number | null;
}

/**
 * Transactions end in another order than they number their entries: what is younger than this is left for the next
 * look, so that no reader goes past an entry that is not there yet. Longer than any statement may take.
 */
const SETTLED_SECONDS = 20;
/** No office writes more within that time. */
const YOUNGEST = 2000;

/** What happened to the talks of an office, oldest first, from the audit trail. */
@Injectable()
export class TalkEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Events after the one with the id `after`, from the beginning without it. */
  after(officeId: number, after: string | undefined, limit: number): Promise<TalkEvent[]> {
    const settled = new Date(this.clock.now().getTime() - SETTLED_SECONDS * 1000);
    return this.database.query<TalkEvent>(
      `select id, at, action as kind, subject_id as "talkId", (detail ->> 'householdId')::int as "householdId"
         from audit_entries
        where office_id = $1 and subject_kind = 'talk' and action like 'talk-%' and id > $2::bigint
          and id < coalesce((select min(id) from (
            select id, at from audit_entries where office_id = $1 and subject_kind = 'talk'
             order by id desc limit ${YOUNGEST}) youngest where at > $3), 9223372036854775807)
        order by id limit $4`,
      [officeId, after ?? '0', settled, limit],
    );
  }
}
