import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CLOCK, OBSTACLE_TABLES, OUTDATED } from './notice-obstacle.js';
import type { NoticeReason } from './notice-reasons.js';

/**
 * How far a notice is: `waiting` for its time, `retrying` after a passing refusal, `to-print` as a letter, on its way,
 * arrived at the mail server, of unknown end, refused, given up, never sent because nobody could be reached or it was
 * too late, or overtaken by a newer one.
 */
export type DeliveryState =
  | 'waiting'
  | 'retrying'
  | 'to-print'
  | 'sending'
  | 'sent'
  | 'unknown'
  | 'bounced'
  | 'failed'
  | 'dropped'
  | 'superseded';

/** One notice as a list shows it. Reasons and kinds are keys for words. */
export interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly reason: NoticeReason | null;
  readonly talkId: string;
  readonly talkStartsAt: Date;
  readonly revision: number;
  readonly householdId: number;
  readonly householdName: string;
  readonly recipientKind: 'household' | 'interpreter';
  readonly recipientId: number;
  readonly recipientName: string;
  readonly channel: 'email' | 'letter';
  readonly locale: string;
  /** Why it is not in the recipient's own language. */
  readonly fallbackReason: string | null;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  /** It left more than a quarter of an hour after its time (`LATE_RULES`). */
  readonly isLate: boolean;
  /** Its end was unknown, and it was sent once more with the same Message-ID. */
  readonly isRepeated: boolean;
  /** What came back last that is no report of delivery; null when nothing did. */
  readonly returned: 'auto-reply' | 'complaint' | 'unreadable' | 'letter' | 'calendar-reply' | null;
  readonly smtpCode: number | null;
  readonly smtpReply: string | null;
  /** The words as they left; null as long as nothing was tried. */
  readonly subject: string | null;
  /** It did not arrive, the talk is still ahead, and nobody has sent it again: somebody must act. */
  readonly needsAction: boolean;
  /** What it says still holds. */
  readonly canBeResent: boolean;
}

/** With the exact text and what happened to it, oldest event first. */
export interface NoticeWithText extends DeliveryRow {
  readonly text: string | null;
  readonly html: string | null;
  readonly events: readonly { readonly at: string; readonly event: string; readonly detail: string }[];
}

export interface DeliveryFilter {
  /** `trouble`: everything that needs action. */
  readonly state?: DeliveryState | 'trouble';
  readonly kind?: string;
}

const STATE = `
case when n.state = 'planned' and n.channel = 'letter' and n.due_at <= clock.now then 'to-print'
  when n.state = 'planned' and n.attempts > 0 then 'retrying'
  when n.state = 'planned' then 'waiting'
  else n.state end`;
const TROUBLE = `(n.state in ('bounced', 'failed', 'unknown', 'dropped') and t.starts_at > clock.now
  and n.state_reason is distinct from 'too-late'
  and not exists (select from notices again where again.copy_of = n.id))`;
const RESENDABLE = `(n.state in ('sent', 'bounced', 'failed', 'unknown', 'dropped') and t.starts_at > clock.now
  and ${OUTDATED} is null)`;

/** The condition of the index over what is neither told nor overtaken. */
const UNSETTLED = `n.state not in ('sent', 'superseded')`;

/** True when the index over the others does not help: for all states, and for those two. */
const isSettled = (state: DeliveryFilter['state']): boolean =>
  state === undefined || state === 'sent' || state === 'superseded';

const COLUMNS = `
n.id, n.kind, ${STATE} as state, n.state_reason as reason, n.talk_id as "talkId", t.starts_at as "talkStartsAt",
n.revision, t.household_id as "householdId", trim(c.first_name || ' ' || c.last_name) as "householdName",
n.recipient_kind as "recipientKind", n.recipient_id as "recipientId",
trim(coalesce(p.first_name || ' ' || p.last_name, i.first_name || ' ' || i.last_name, '')) as "recipientName",
n.channel, n.locale, n.fallback_reason as "fallbackReason", n.attempts, n.due_at as "dueAt", n.sent_at as "sentAt",
n.channel = 'email' and coalesce(n.sent_at > n.due_at + interval '15 minutes', false) as "isLate",
exists (select from notice_events e where e.notice_id = n.id and e.event = 'repeated') as "isRepeated",
(select r.kind from returned_messages r where r.notice_id = n.id and r.kind <> 'report'
  order by r.id desc limit 1) as returned,
n.smtp_code as "smtpCode", n.smtp_reply as "smtpReply", n.subject, ${TROUBLE} as "needsAction",
coalesce(${RESENDABLE}, false) as "canBeResent"`;

const TABLES = `notices n ${OBSTACLE_TABLES}
left join persons c on c.household_id = t.household_id and c.is_contact`;

const EVENTS = `
(select coalesce(json_agg(json_build_object('at', e.at, 'event', e.event, 'detail', e.detail) order by e.id), '[]')
  from notice_events e where e.notice_id = n.id) as events`;

/** What was told to whom, for staff: the delivery list, and the notices of a household with their words. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `next` is the cursor of the following page. */
  async delivery(
    officeId: number,
    filter: DeliveryFilter,
    page: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<{ rows: DeliveryRow[]; next: string | undefined }> {
    const rows = await this.database.query<DeliveryRow>(
      `select ${COLUMNS} from ${TABLES}
       where n.office_id = $2 and t.id is not null and ($3::text is null or n.kind = $3)
         and ($4::text is null or case when $4 = 'trouble' then ${TROUBLE} else ${STATE} = $4 end)
         and ($5::uuid is null or n.id < $5)${isSettled(filter.state) ? '' : ` and ${UNSETTLED}`}
       order by n.id desc limit $6`,
      [
        this.clock.offsetMs(),
        officeId,
        filter.kind ?? null,
        filter.state ?? null,
        page.before ?? null,
        page.limit + 1,
      ],
    );
    const shown = rows.slice(0, page.limit);
    return { rows: shown, next: rows.length > page.limit ? shown.at(-1)?.id : undefined };
  }

  /**
   * How many notices are in each state, and how many need action (`trouble`). Those that arrived or were overtaken are
   * not counted: there are more of them every year, and nobody acts on their number.
   */
  async counts(officeId: number): Promise<Partial<Record<DeliveryState | 'trouble', number>>> {
    const rows = await this.database.query<{ state: DeliveryState; count: number; trouble: number }>(
      `select ${STATE} as state, count(*)::int as count, count(*) filter (where ${TROUBLE})::int as trouble
         from notices n ${CLOCK} join talks t on t.id = n.talk_id
        where n.office_id = $2 and ${UNSETTLED} group by 1`,
      [this.clock.offsetMs(), officeId],
    );
    const trouble = rows.reduce((sum, row) => sum + row.trouble, 0);
    return { ...Object.fromEntries(rows.map(({ state, count }) => [state, count])), trouble };
  }

  /** Everything about the talks of a household, to itself and to interpreters, newest first. */
  ofHousehold(officeId: number, householdId: number): Promise<NoticeWithText[]> {
    return this.withText(officeId, 't.household_id = $3', householdId);
  }

  /** Undefined when the office has no such notice. */
  async byId(officeId: number, noticeId: string): Promise<NoticeWithText | undefined> {
    const [notice] = await this.withText(officeId, 'n.id = $3', noticeId);
    return notice;
  }

  private withText(officeId: number, condition: string, value: number | string): Promise<NoticeWithText[]> {
    return this.database.query<NoticeWithText>(
      `select ${COLUMNS}, n.body_text as text, n.body_html as html, ${EVENTS} from ${TABLES}
       where n.office_id = $2 and t.id is not null and ${condition} order by n.id desc`,
      [this.clock.offsetMs(), officeId, value],
    );
  }
}
