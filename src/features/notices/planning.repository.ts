import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { InvitationPace } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import { INVITATIONS_BY_DAY } from './invitation-due.js';
import { ladderOf, type LadderGroup } from './ladder/ladder-policy.js';
import { noticePolicies } from './notice-policies.js';
import type { PlannedNotice, PlanningFacts, Recipient, Told } from './planned-notices.js';
import { sendingRules } from './sending-rules.js';
import { TEMPLATE_VERSION } from './template-version.js';

interface TalkRow {
  office_id: number;
  revision: number;
  state: string;
  starts_at: Date;
  place: string;
  minutes: number;
  household_id: number;
  interpreter_id: number | null;
  interpreter_state: string | null;
  interpreter_locale: string | null;
  interpreter_direction: 'ltr' | 'rtl' | null;
  time_zone: string;
  canton: string;
  ladder_group: LadderGroup;
  policies: Record<string, unknown>;
  channel: 'email' | 'letter';
  email: string | null;
  address_refused: boolean;
  has_home_address: boolean;
  letter_language: string;
  direction: 'ltr' | 'rtl';
  for_texts: boolean;
  invitations: Readonly<Record<string, number>>;
  now: Date;
}

interface ToldRow {
  recipient_kind: 'household' | 'interpreter';
  recipient_id: number;
  channel: 'email' | 'letter';
  locale: string;
  direction: 'ltr' | 'rtl';
  kind: string;
  starts_at: string;
  place: string | null;
  has_calendar_entry: boolean;
}

const TALK_SQL = `
select t.office_id, t.revision, t.state, t.starts_at, t.minutes,
  concat_ws(' ', t.mode, t.room_id, t.language, t.provision, t.interpreter_mode) as place, t.household_id, t.interpreter_id,
  t.interpreter_state, i.locale as interpreter_locale, il.direction as interpreter_direction,
  o.time_zone, o.canton, o.policies, h.channel, h.ladder_group,
  h.street <> '' and h.postcode <> '' and h.town <> '' as has_home_address, p.email, h.letter_language, l.direction, l.for_texts,
  exists (select from notices b where b.recipient_kind = 'household' and b.recipient_id = h.id and b.state = 'bounced'
    and b.state_reason = 'address-unknown'
    and b.address_hash = p.email_index) as address_refused,
  (${INVITATIONS_BY_DAY}) as invitations, now() + $2 * interval '1 millisecond' as now
from talks t
join offices o on o.id = t.office_id
join households h on h.id = t.household_id
join languages l on l.code = h.letter_language
left join persons p on p.household_id = h.id and p.is_contact
left join interpreters i on i.id = t.interpreter_id
left join languages il on il.code = i.locale
where t.id = $1`;

const TOLD_SQL = `
select distinct on (recipient_kind, recipient_id) recipient_kind, recipient_id, channel, locale, direction, kind,
  facts ->> 'startsAt' as starts_at, facts ->> 'place' as place,
  bool_or(coalesce((facts ->> 'calendar')::boolean, false)) over (partition by recipient_kind, recipient_id) as has_calendar_entry
from notices
where talk_id = $1 and offer_id is null
  and (state in ('sent', 'sending', 'unknown') or state in ('planned', 'superseded')
    and exists (select from notice_events e where e.notice_id = notices.id and e.event = 'unknown'))
  and recipient_kind in ('household', 'interpreter')
order by recipient_kind, recipient_id, id desc`;

/** Whoever accepted knows of the talk without having been written to. */
const ACCEPTED_SQL = `
select 'interpreter' as recipient_kind, o.interpreter_id as recipient_id, 'email' as channel, i.locale,
  l.direction, 'interpreter-confirmed' as kind, to_char(x.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as starts_at, null as place, false as has_calendar_entry
from offer_talks x join offers o on o.id = x.offer_id
join interpreters i on i.id = o.interpreter_id join languages l on l.code = i.locale
where x.talk_id = $1 and x.state = 'accepted'`;

const INSERT_SQL = `
insert into notices (id, office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale, direction,
  template_version, fallback_reason, facts, due_at, expires_at, message_id)
select id, $2, kind, $3, $4, recipient_kind, recipient_id, channel, locale, direction,
  $5, fallback_reason, facts, due_at, expires_at, '<' || id || '@' || $6 || '>'
from (select uuidv7() as id, r.* from jsonb_to_recordset($1) as r (kind text, recipient_kind text, recipient_id int,
  channel text, locale text, direction text, fallback_reason text, facts jsonb, due_at timestamptz,
  expires_at timestamptz)) planned
on conflict on constraint notices_once_uq do nothing`;

/** Reads what planning needs and writes what it decided, in the transaction of the booking. */
@Injectable()
export class PlanningRepository {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async facts(tx: Tx, talkId: string): Promise<PlanningFacts> {
    const [row] = await tx.query<TalkRow[]>(TALK_SQL, [talkId, this.clock.offsetMs()]);
    if (!row) throw new Error(`No talk ${talkId} to plan notices for`);
    const accepted = await tx.query<ToldRow[]>(ACCEPTED_SQL, [talkId]);
    const isAccepted = ({ recipient_kind: kind, recipient_id: id }: ToldRow): boolean =>
      kind === 'interpreter' && accepted.some(({ recipient_id: whose }) => whose === id);
    const told = await tx.query<ToldRow[]>(TOLD_SQL, [talkId]);
    const policies = noticePolicies(row.policies);
    const office = { timeZone: row.time_zone, canton: row.canton, year: row.now.getUTCFullYear() };
    return {
      ...policies,
      sending: sendingRules(office, policies),
      invitations: paceOf(row, policies.invitationsPerDay),
      ladder: ladderOf(row.policies, row.ladder_group),
      now: row.now,
      officeId: row.office_id,
      talkId,
      revision: row.revision,
      state: row.state,
      startsAt: row.starts_at,
      place: row.place,
      endsAt: new Date(row.starts_at.getTime() + row.minutes * 60_000),
      household: householdOf(row),
      hasHomeAddress: row.has_home_address,
      interpreter: comingInterpreter(row),
      told: [...accepted, ...told.filter((who) => !isAccepted(who))].map(toldOf),
    };
  }

  /** Writing the same notice twice changes nothing. */
  async insert(tx: Tx, facts: PlanningFacts, planned: readonly PlannedNotice[]): Promise<void> {
    const rows = planned.map(({ kind, recipient, dueAt, expiresAt, facts: noticeFacts }) => ({
      kind,
      recipient_kind: recipient.kind,
      recipient_id: recipient.id,
      channel: recipient.channel,
      locale: recipient.locale,
      direction: recipient.direction,
      fallback_reason: recipient.fallbackReason,
      facts: noticeFacts,
      due_at: dueAt,
      expires_at: expiresAt,
    }));
    const host = new URL(this.settings.publicUrl).hostname;
    const { officeId, talkId, revision } = facts;
    await tx.query(INSERT_SQL, [JSON.stringify(rows), officeId, talkId, revision, TEMPLATE_VERSION, host]);
  }

  /** The interpreter who comes was written to that the offer with this talk is theirs, or that the talk is. */
  async hasReadOfAssignment(tx: Tx, { talkId, interpreter }: PlanningFacts): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from notices where recipient_kind = 'interpreter' and recipient_id = $2
         and kind in ('interpreter-confirmed', 'interpreter-booked', 'interpreter-moved')
         and (talk_id = $1 or offer_id in (select offer_id from offer_talks x where x.talk_id = $1))
         and (state in ('sending', 'sent', 'unknown') or attempts > 0) limit 1`,
      [talkId, interpreter?.id ?? null],
    );
    return rows.length > 0;
  }

  /** Anything about this revision was planned for the household already. */
  async hasHouseholdNotice(tx: Tx, { talkId, revision }: PlanningFacts): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from notices where talk_id = $1 and revision = $2 and recipient_kind = 'household'`,
      [talkId, revision],
    );
    return rows.length > 0;
  }
}

/**
 * By letter without an address, and when the address has bounced: staff who trust it after all send by hand. Only
 * approved texts are sent: any other language gets German, with English below, and staff see why.
 */
function householdOf(row: TalkRow): Recipient {
  return {
    kind: 'household',
    id: row.household_id,
    channel: row.channel === 'email' && row.email && !row.address_refused ? 'email' : 'letter',
    locale: row.for_texts ? row.letter_language : 'de',
    direction: row.for_texts ? row.direction : 'ltr',
    fallbackReason: row.for_texts ? null : `no-approved-text:${row.letter_language}`,
  };
}

function paceOf({ invitations }: TalkRow, perDay: number): InvitationPace {
  const taken = Object.entries(invitations).map(([day, count]) => [Number(day), count] as const);
  return { perDay, taken: new Map(taken) };
}

/** Whoever is only asked hears of it by the offer. */
function comingInterpreter(row: TalkRow): Recipient | null {
  const { interpreter_id: id, interpreter_state: state } = row;
  if (id === null || (state !== null && state !== 'confirmed')) return null;
  return {
    kind: 'interpreter',
    id,
    channel: 'email',
    locale: row.interpreter_locale ?? 'de',
    direction: row.interpreter_direction ?? 'ltr',
    fallbackReason: null,
  };
}

function toldOf(row: ToldRow): Told {
  const { kind, starts_at: startsAt, place, has_calendar_entry: hasCalendarEntry } = row;
  return {
    recipient: {
      kind: row.recipient_kind,
      id: row.recipient_id,
      channel: row.channel,
      locale: row.locale,
      direction: row.direction,
      fallbackReason: null,
    },
    kind,
    startsAt,
    place,
    hasCalendarEntry,
  };
}
