import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { allOffices } from '../../../platform/database/office-scope.js';
import { LetterInstead } from '../letters/letter-instead.js';
import { AnsweredEntries } from './answered-entries.js';
import { verdictOf, type ReportVerdict } from './delivery-report.js';
import { noticesReturned } from './return-address.js';
import { readReturnedMail, type ReadMail, type ReturnedMail } from './returned-mail.js';

/** What became of a message that came back. Without a true return address nothing is believed: `not-ours`. */
export type TakenMail =
  | { readonly kind: 'known-already' | 'not-ours' }
  | {
      readonly kind: ReturnedMail['kind'];
      readonly noticeId: string;
      readonly state: ReportVerdict['state'];
    };

interface ReturnedNotice {
  readonly id: string;
  readonly officeId: number;
}

/** What is written down of a message: never its text, its names or its addresses. */
interface Note {
  readonly kind: ReturnedMail['kind'];
  readonly status: string;
  readonly reply: string;
}

const REPLY_LENGTH = 300;

const CLAIM_SQL = `
insert into returned_messages (message_hash, taken_at) values ($1, now() + $2::float8 * interval '1 millisecond')
on conflict (message_hash) do nothing returning id`;

const NOTE_SQL = `
with noted as (
  update returned_messages set notice_id = $2, office_id = $3, kind = $4, status = $5, reply = $6 where id = $1
  returning notice_id, taken_at, kind, reply
)
insert into notice_events (notice_id, at, event, detail)
select notice_id, taken_at, 'returned-' || kind, reply from noted where notice_id is not null
returning id`;

/** A report can overtake our own record of an unknown end, and even its repetition. */
const FAIL_SQL = `
with failed as (
  update notices set state = $2, state_reason = $3, smtp_reply = $4
  where id = $1 and (state in ('sent', 'unknown') or state = 'planned' and attempts > 0)
  returning id
), noted as (
  insert into notice_events (notice_id, at, event, detail)
  select id, now() + $5::float8 * interval '1 millisecond', $2, $4 from failed
)
select id from failed`;

/** Takes messages that came back: bounces, automatic answers, complaints, answers of calendar programs. */
@Injectable()
export class TakeReturnedMail {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly letters: LetterInstead,
    private readonly answered: AnsweredEntries,
  ) {}

  /**
   * The same message again changes nothing. Of several offices only `officeId` is served, when one is given.
   * @param raw the whole message as it arrived (RFC 5322)
   */
  run(raw: Buffer, officeId?: number): Promise<TakenMail> {
    return allOffices(() => this.take(raw, officeId));
  }

  private async take(raw: Buffer, officeId?: number): Promise<TakenMail> {
    const read = await readReturnedMail(raw);
    const hash = createHash('sha256').update(raw.toString('latin1').replaceAll('\r\n', '\n')).digest();
    return this.database.transaction(async (tx) => {
      const [claimed] = await tx.query<{ id: string }[]>(CLAIM_SQL, [hash, this.clock.offsetMs()]);
      if (!claimed) return { kind: 'known-already' };
      const notice = await this.noticeOf(tx, read, officeId);
      if (!notice) return { kind: 'not-ours' };
      const note = noteOf(read.mail);
      await tx.query(NOTE_SQL, [claimed.id, notice.id, notice.officeId, note.kind, note.status, note.reply]);
      const state = await this.apply(tx, notice, read.mail);
      return { kind: note.kind, noticeId: notice.id, state };
    });
  }

  private async noticeOf(tx: Tx, read: ReadMail, officeId?: number): Promise<ReturnedNotice | undefined> {
    const [id, ...others] = noticesReturned(read.addresses, this.settings.secretKey);
    const noticeId = read.mail.kind === 'calendar-reply' ? await this.answered.noticeOf(tx, read.mail) : id;
    if (noticeId === undefined || others.length > 0) return undefined;
    const [notice] = await tx.query<ReturnedNotice[]>(
      `select id, office_id as "officeId" from notices
        where id = $1 and ($2::int is null or office_id = $2) for update`,
      [noticeId, officeId ?? null],
    );
    return notice;
  }

  private async apply(tx: Tx, notice: ReturnedNotice, mail: ReturnedMail): Promise<ReportVerdict['state']> {
    const verdict = mail.kind === 'report' ? verdictOf(mail.report) : ({ state: 'unchanged' } as const);
    if (verdict.state === 'unchanged') return 'unchanged';
    const { reply } = noteOf(mail);
    const parameters = [notice.id, verdict.state, verdict.reason, reply, this.clock.offsetMs()];
    const failed = await tx.query<{ id: string }[]>(FAIL_SQL, parameters);
    if (failed.length === 0) return 'unchanged';
    if (verdict.state === 'bounced')
      await this.letters.write(tx, { officeId: notice.officeId, noticeId: notice.id, actor: 'system' });
    return verdict.state;
  }
}

function noteOf(mail: ReturnedMail): Note {
  switch (mail.kind) {
    case 'report':
      return {
        kind: 'report',
        status: `${mail.report.action} ${mail.report.status}`,
        reply: mail.report.diagnostic.slice(0, REPLY_LENGTH),
      };
    case 'calendar-reply':
      return { kind: mail.kind, status: mail.reply.answer, reply: '' };
    default:
      return { kind: mail.kind, status: '', reply: '' };
  }
}
