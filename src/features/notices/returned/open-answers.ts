import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';

/** Something that came back and that somebody must act on. */
export interface OpenAnswer {
  readonly noticeId: string;
  /** `complaint`: reported as spam; `declined`: a calendar program said no, which cancels nothing here. */
  readonly kind: 'complaint' | 'declined';
  readonly noticeKind: string;
  readonly recipientKind: 'household' | 'interpreter';
  readonly recipientId: number;
  readonly name: string;
  readonly talkId: string;
  readonly talkStartsAt: Date;
  readonly takenAt: Date;
}

/**
 * Of office `$1` at the instant `$2`. A complaint counts until the household gets letters, a refusal as long as the talk
 * is still as it was refused.
 */
export const OPEN_ANSWERS = `
select distinct on (n.recipient_kind, n.recipient_id, r.kind, n.talk_id) n.id as "noticeId",
  case r.kind when 'complaint' then 'complaint' else 'declined' end as kind, n.kind as "noticeKind",
  n.recipient_kind as "recipientKind", n.recipient_id as "recipientId",
  trim(coalesce(p.first_name || ' ' || p.last_name, i.first_name || ' ' || i.last_name, '')) as name,
  t.id as "talkId", t.starts_at as "talkStartsAt", r.taken_at as "takenAt"
from returned_messages r
join notices n on n.id = r.notice_id
join talks t on t.id = n.talk_id
left join households h on n.recipient_kind = 'household' and h.id = n.recipient_id
left join persons p on p.household_id = h.id and p.is_contact
left join interpreters i on n.recipient_kind = 'interpreter' and i.id = n.recipient_id
where r.office_id = $1 and r.done_at is null and case r.kind
  when 'complaint' then coalesce(h.channel, 'email') = 'email'
  when 'calendar-reply' then r.status = 'DECLINED' and t.starts_at > $2
    and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
    and case n.recipient_kind when 'household' then t.revision = n.revision else t.interpreter_id = n.recipient_id end
  else false end
order by n.recipient_kind, n.recipient_id, r.kind, n.talk_id, r.id desc`;

const DONE_SQL = `
with done as (
  update returned_messages r set done_at = $3
  from notices n, notices same
  where n.id = $1 and n.office_id = $2 and same.talk_id = n.talk_id and same.recipient_kind = n.recipient_kind
    and same.recipient_id = n.recipient_id and r.notice_id = same.id and r.done_at is null
  returning r.id
)
select n.recipient_kind as kind, n.recipient_id as id from notices n where n.id = $1 and n.office_id = $2`;

/** Complaints and refusals of calendar programs, for the worklist. */
@Injectable()
export class OpenAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The nearest talk first. */
  async list(officeId: number): Promise<OpenAnswer[]> {
    const answers = await this.database.query<OpenAnswer>(OPEN_ANSWERS, [officeId, this.clock.now()]);
    return answers.sort((a, b) => a.talkStartsAt.getTime() - b.talkStartsAt.getTime());
  }

  /** Somebody has dealt with what this recipient sent back about the talk. Throws `notice-not-found`. */
  async deal(officeId: number, noticeId: string, actor: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [whose] = await tx.query<{ kind: string; id: number }[]>(DONE_SQL, [
        noticeId,
        officeId,
        this.clock.now(),
      ]);
      if (!whose) throw new DomainError('notice-not-found', 'not-found', { noticeId });
      await this.audit.record(tx, {
        officeId,
        actor,
        action: 'answer-dealt-with',
        subjectKind: whose.kind,
        subjectId: whose.id,
        detail: { notice: noticeId },
      });
    });
  }
}
