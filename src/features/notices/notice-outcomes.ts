import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { MailAnswer } from '../../platform/mail/outgoing-mail.js';
import type { WrittenMail } from '../../templates/emails/mail-view.js';
import type { DeliveryDecision } from './delivery-decision.js';
import { LetterInstead } from './letters/letter-instead.js';
import type { ClaimedNotice } from './notice-claims.js';

const RECORD_SQL = `
with recorded as (
  update notices set state = $3, state_reason = $4, due_at = coalesce($5, due_at), lease_token = null,
    lease_until = null, smtp_stage = $6, smtp_code = $7, smtp_reply = $8,
    sent_at = case when $3 = 'sent' then now() + $9::float8 * interval '1 millisecond' end
  where id = $1 and lease_token = $2
  returning id
)
insert into notice_events (notice_id, at, event, detail)
select id, now() + $9::float8 * interval '1 millisecond', $10, coalesce($8, '') from recorded
returning id`;

const FREEZE_SQL = `
with frozen as (
  update notices set subject = $3, body_text = $4, body_html = $5, fallback_reason = $6
  where id = $1 and lease_token = $2
  returning id
)
select id from frozen`;

/** Written before the final dot, so that whoever finds the notice later knows that it may have left. */
const COMPLETING_SQL = `
with completing as (
  update notices set smtp_stage = 'message' where id = $1 and lease_token = $2 and state = 'sending'
  returning id
)
select id from completing`;

/** Writes down what left and what became of it. Every write is fenced by the lease. */
@Injectable()
export class NoticeOutcomes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: LetterInstead,
  ) {}

  /** Keeps the exact words before they leave; false when the lease was lost: do not send. */
  async freeze(
    { id, leaseToken }: ClaimedNotice,
    mail: WrittenMail,
    fallbackReason: string | null,
  ): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(FREEZE_SQL, [
      id,
      leaseToken,
      mail.subject,
      mail.text,
      mail.html,
      fallbackReason,
    ]);
    return rows.length > 0;
  }

  /** Says durably that the final dot leaves now; false when the lease was lost: it must not leave. */
  async completing({ id, leaseToken }: ClaimedNotice): Promise<boolean> {
    return (await this.database.query(COMPLETING_SQL, [id, leaseToken])).length > 0;
  }

  /** What bounced goes on paper. False when the lease was lost: another sender has taken over, and this one must not change anything. */
  async record(
    notice: ClaimedNotice,
    decision: DeliveryDecision,
    answer: MailAnswer | undefined,
  ): Promise<boolean> {
    const parameters = this.recordOf(notice, decision, answer);
    if (decision.state !== 'bounced') {
      return (await this.database.query(RECORD_SQL, parameters)).length > 0;
    }
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<unknown[]>(RECORD_SQL, parameters);
      if (rows.length === 0) return false;
      await this.letters.write(tx, { officeId: notice.officeId, noticeId: notice.id, actor: 'system' });
      return true;
    });
  }

  private recordOf(
    { id, leaseToken }: ClaimedNotice,
    { state, reason, dueAt }: DeliveryDecision,
    answer: MailAnswer | undefined,
  ): unknown[] {
    return [
      id,
      leaseToken,
      state,
      reason,
      dueAt,
      answer === undefined ? null : stageOf(answer),
      answer?.kind === 'no-answer' ? null : (answer?.code ?? null),
      answer === undefined ? null : replyOf(answer),
      this.clock.offsetMs(),
      state === 'planned' ? 'retry' : state,
    ];
  }
}

function stageOf(answer: MailAnswer): string {
  return answer.kind === 'accepted' ? 'message' : answer.stage;
}

function replyOf(answer: MailAnswer): string {
  return answer.kind === 'no-answer' ? answer.cause : answer.reply;
}
