import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { openContact } from '../contacts/index.js';
import { CatchUp } from './catch-up.js';
import { UNKNOWN_REPEAT_MINUTES } from './delivery-decision.js';
import { OUR_SERVER, spendOf, withinLimits } from './limits/limits.sql.js';
import { ADDRESS_HASH, DOMAIN, DROPPING_OBSTACLES, OBSTACLE, OBSTACLE_TABLES } from './notice-obstacle.js';
import type { NoticeFacts } from './planned-notices.js';
import { RETELL } from './retell.sql.js';
import { NOT_HELD } from './sending-hold.js';

/** A notice that this process, and no other, may send until the lease ends. */
export interface ClaimedNotice {
  readonly id: string;
  /** Proves the claim; whoever lost the lease changes nothing any more. */
  readonly leaseToken: string;
  readonly officeId: number;
  /** Null for a link to sign in. */
  readonly talkId: string | null;
  /** The offer that it tells of; null: it tells of a talk. */
  readonly offerId: string | null;
  readonly kind: string;
  readonly recipientKind: 'household' | 'interpreter';
  readonly recipientId: number;
  readonly locale: string;
  readonly fallbackReason: string | null;
  readonly facts: NoticeFacts;
  readonly messageId: string;
  /** This attempt, counted from 1. */
  readonly attempts: number;
  readonly expiresAt: Date;
  readonly email: string;
  /** Of the address, in lower case. */
  readonly domain: string;
  /** The domain or our own mail server has a limit, which wants to hear how it went. */
  readonly isLimited: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly now: Date;
}

/**
 * The next due notice: claimed for sending, found obsolete and put aside, left to wait because another sender took the
 * last place of its domain at the same moment, or none left that may leave now.
 */
export type NextNotice =
  | { readonly kind: 'claimed'; readonly notice: ClaimedNotice }
  | { readonly kind: 'put-aside' }
  | { readonly kind: 'held-back' }
  | { readonly kind: 'none' };

/** The address is sealed for the person or the interpreter with the id `contactId`. */
type ClaimRow = Omit<ClaimedNotice, 'leaseToken' | 'id'> & {
  readonly id: string | null;
  readonly contactId: number;
  readonly leaseToken: string | null;
  readonly obstacle: string | null;
};

/** How long after its last sign of life a sender counts as stopped; NoticeLeases renews it while a mail leaves. */
export const LEASE_SECONDS = 10;

/** So many senders that stopped over one notice are its fault: staff must see it. */
const STOPS_UNTIL_FAILED = 5;

/**
 * One statement claims and checks again, so that nothing can change between the two. The row is picked first: with one
 * row the planner asks the indexes, with the many that are due it would read the whole table at every claim. To plan it
 * takes PostgreSQL many times as long as to carry it out: without `*` a connection remembers it.
 */
const CLAIM_SQL = `
with picked as materialized (
  select n.id from notices n, (select now() + $1::float8 * interval '1 millisecond' as now) clock
  where n.state = 'planned' and n.channel = 'email' and n.due_at <= now() + $1::float8 * interval '1 millisecond'
    and ${NOT_HELD} and ${withinLimits('$2')}
  order by n.due_at, n.id
  limit 1
  for update of n skip locked
), found as (
  select n.id, clock.now, ${OBSTACLE} as obstacle, ${DOMAIN} as domain, ${ADDRESS_HASH} as address_hash,
    coalesce(p.email, i.email) as email, coalesce(p.id, i.id) as contact_id,
    coalesce(p.first_name, i.first_name, '') as first_name, coalesce(p.last_name, i.last_name, '') as last_name
  from picked join notices n on n.id = picked.id ${OBSTACLE_TABLES}
), spent as (
  ${spendOf('found')}
), candidate as (
  select id, now, obstacle, domain, address_hash, email, contact_id, first_name, last_name,
    (select count(*) from mail_limits l where l.target in ('${OUR_SERVER}', domain)) as limits
  from found
), claimed as (
  update notices n set
    state = case when obstacle is null then 'sending' when obstacle in ${DROPPING_OBSTACLES} then 'dropped'
      else 'superseded' end,
    state_reason = obstacle,
    attempts = n.attempts + case when obstacle is null then 1 else 0 end,
    smtp_stage = null,
    lease_token = case when obstacle is null then gen_random_uuid() end,
    lease_until = case when obstacle is null then now() + ${LEASE_SECONDS} * interval '1 second' end,
    address_hash = case when obstacle is null then candidate.address_hash end
  from candidate
  where n.id = candidate.id and (obstacle is not null or limits = (select count(*) from spent))
  returning n.id, n.lease_token as "leaseToken", n.office_id as "officeId", n.talk_id as "talkId",
    n.offer_id as "offerId", n.kind, n.recipient_kind as "recipientKind", n.recipient_id as "recipientId",
    n.locale, n.fallback_reason as "fallbackReason", n.facts, n.message_id as "messageId", n.attempts,
    n.expires_at as "expiresAt", candidate.email, candidate.contact_id as "contactId", candidate.domain,
    candidate.limits > 0 as "isLimited", candidate.first_name as "firstName",
    candidate.last_name as "lastName", candidate.now, n.state, obstacle
), noted as (
  insert into notice_events (notice_id, at, event, detail)
  select id, now, state, obstacle from claimed where obstacle is not null
), retold as (
  ${RETELL}
)
select claimed.id, "leaseToken", "officeId", "talkId", "offerId", kind, "recipientKind", "recipientId", locale,
  "fallbackReason", facts, "messageId", attempts, "expiresAt", email, "contactId", domain, "isLimited", "firstName", "lastName",
  now, obstacle
from picked left join claimed using (id)`;

/** A notice whose final dot may have left is of unknown end; everything before it is safe to do again. */
const EXPIRED_LEASES_SQL = `
with freed as (
  update notices n set
    state = case when smtp_stage = 'message' then 'unknown'
      when (select count(*) from notice_events e where e.notice_id = n.id and e.event = 'lease-expired')
        >= ${STOPS_UNTIL_FAILED - 1} then 'failed'
      else 'planned' end,
    state_reason = case when smtp_stage = 'message' then 'no-answer' else 'sender-stopped' end,
    due_at = case when smtp_stage = 'message' then clock.now + ${UNKNOWN_REPEAT_MINUTES} * interval '1 minute'
      else due_at end,
    lease_token = null, lease_until = null
  from (select now() + $1::float8 * interval '1 millisecond' as now) clock
  where state = 'sending' and lease_until <= now()
  returning id, state, clock.now
), noted as (
  insert into notice_events (notice_id, at, event) select id, now, 'lease-expired' from freed
  union all select id, now, state from freed where state <> 'planned'
)
select id from freed`;

/** An end that nobody saw is repeated once, as long as what the notice says still holds. */
const REPEAT_UNKNOWN_SQL = `
with repeated as (
  update notices set state = 'planned'
  where id in (
    select n.id from notices n ${OBSTACLE_TABLES}
    where n.state = 'unknown' and n.due_at <= clock.now and ${OBSTACLE} is null
      and (select count(*) from notice_events e where e.notice_id = n.id and e.event = 'unknown') = 1
    for update of n skip locked)
  returning id
), noted as (
  insert into notice_events (notice_id, at, event)
  select id, now() + $1::float8 * interval '1 millisecond', 'repeated' from repeated
)
select id from repeated`;

/** Takes due notices, one at a time, in database time. */
@Injectable()
export class NoticeClaims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly catchUp: CatchUp,
  ) {}

  /**
   * Claims the notice that is due longest and that no limit holds back, or puts it aside when it no longer holds.
   * @param fullDomains nothing is claimed for these at present
   */
  async next(fullDomains: readonly string[]): Promise<NextNotice> {
    const parameters = [this.clock.offsetMs(), fullDomains];
    const [row] = await this.database.patientQuery<ClaimRow>(CLAIM_SQL, parameters);
    if (!row) return { kind: 'none' };
    const { id, leaseToken, contactId, ...notice } = row;
    if (id === null) return { kind: 'held-back' };
    if (leaseToken === null) return { kind: 'put-aside' };
    const table = notice.recipientKind === 'household' ? 'persons' : 'interpreters';
    const email = openContact(table, 'email', { id: contactId, sealed: notice.email }).trim();
    return { kind: 'claimed', notice: { ...notice, id, leaseToken, email } };
  }

  /** Makes due again what a stopped sender left behind and what nobody knows the end of, and keeps the rules of lateness. */
  async sweep(): Promise<void> {
    await this.database.query(EXPIRED_LEASES_SQL, [this.clock.offsetMs()]);
    await this.database.query(REPEAT_UNKNOWN_SQL, [this.clock.offsetMs()]);
    // last, because what comes back just now may be late
    await this.catchUp.run();
  }
}
