import { Injectable } from '@nestjs/common';
import type { OfferState } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { DeclineReason } from './offers.repository.js';
import { utc } from './utc.sql.js';

/** A talk as an interpreter sees it who has not said yes: nothing of the person. Instants are ISO 8601 in UTC. */
interface OfferedTalkView {
  readonly talkId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly language: string;
  readonly mode: 'onsite' | 'phone' | 'video';
  readonly siteName: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly roomName: string | null;
  readonly floor: string | null;
  readonly state: Exclude<OfferState, 'accepted'>;
}

/** A talk that the interpreter accepted: first name and initial too, `Amina H.` */
interface AcceptedTalkView extends Omit<OfferedTalkView, 'state'> {
  readonly state: 'accepted';
  readonly person: string;
}

/** One request with everything its page and its mail say. */
export interface OfferView {
  readonly id: string;
  readonly officeId: number;
  readonly officeName: string;
  readonly officePhone: string;
  readonly timeZone: string;
  readonly interpreterId: number;
  readonly tier: number;
  readonly state: OfferState;
  readonly askedAt: Date;
  readonly answerBy: Date;
  readonly answeredAt: Date | null;
  readonly declineReason: DeclineReason | null;
  /** Until the deadline an answer may be changed. */
  readonly canChange: boolean;
  /** By start; the person is named after the acceptance only. */
  readonly talks: readonly (OfferedTalkView | AcceptedTalkView)[];
  /** What the interpreter has at these times already, with all offices: instants ISO 8601, sorted. */
  readonly clashes: readonly { readonly from: string; readonly until: string }[];
}

const OFFER = `
select o.id, o.office_id as "officeId", f.name as "officeName", f.phone as "officePhone", c.time_zone as "timeZone",
  o.interpreter_id as "interpreterId", o.tier, o.state, o.asked_at as "askedAt", o.answer_by as "answerBy",
  o.answered_at as "answeredAt", o.decline_reason as "declineReason",
  o.answer_by > $1 and o.state in ('open', 'accepted', 'declined') as "canChange",
  (select coalesce(jsonb_agg(jsonb_build_object('talkId', t.id, 'startsAt', ${utc('x.starts_at')}, 'endsAt', ${utc('x.ends_at')},
      'minutes', extract(epoch from x.ends_at - x.starts_at)::int / 60, 'language', t.language,
      'mode', o.interpreter_mode, 'siteName', s.name, 'street', s.street, 'postcode', s.postcode, 'town', s.town,
      'roomName', r.name, 'floor', r.floor, 'state', x.state)
      || case when x.state = 'accepted' then jsonb_build_object('person',
           trim(p.first_name || ' ' || left(p.last_name, 1) || '.')) else '{}' end order by x.starts_at, t.id), '[]')
     from offer_talks x join talks t on t.id = x.talk_id
     left join sites s on s.id = t.site_id and o.interpreter_mode = 'onsite'
     left join rooms r on r.id = t.room_id and s.id is not null
     left join persons p on p.household_id = t.household_id and p.is_contact
    where x.offer_id = o.id) as talks,
  (select coalesce(jsonb_agg(distinct jsonb_build_object('from', ${utc('lower(a.during)')},
      'until', ${utc('upper(a.during)')})), '[]')
     from offer_talks x join allocations a on a.resource_kind = 3 and a.resource_id = o.interpreter_id
      and a.during && tstzrange(x.starts_at, x.ends_at, '[)') and a.talk_id is distinct from x.talk_id
    where x.offer_id = o.id and x.state = 'open') as clashes
from offers o
join offices c on c.id = o.office_id
join lateral (select * from office_profiles where office_id = o.office_id
  order by valid_from <= $1::date desc, case when valid_from <= $1::date then valid_from end desc, valid_from limit 1) f on true`;

/** Reads offers: for the interpreter who was asked, and for staff. */
@Injectable()
export class OfferQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits for this interpreter's answer, of all offices, by deadline. */
  openFor(interpreterId: number): Promise<OfferView[]> {
    return this.read(
      `where o.interpreter_id = $2 and o.state = 'open' and o.answer_by > $1 order by o.answer_by, o.id`,
      [interpreterId],
    );
  }

  /** Throws `offer-not-found` for an offer to somebody else too. */
  async one(offerId: string, interpreterId: number): Promise<OfferView> {
    return only(await this.read('where o.id::text = $2 and o.interpreter_id = $3', [offerId, interpreterId]));
  }

  /** For staff. Throws `offer-not-found` for an offer of another office too. */
  async ofOffice(officeId: number, offerId: string): Promise<OfferView> {
    return only(await this.read('where o.id::text = $2 and o.office_id = $3', [offerId, officeId]));
  }

  /** The newest offers of an office, from one on when `before` is given. */
  list(
    officeId: number,
    { state, before, limit }: { state?: OfferState | undefined; before?: string | undefined; limit: number },
  ): Promise<OfferView[]> {
    return this.read(
      `where o.office_id = $2 and ($3::text is null or o.state = $3) and ($4::uuid is null or o.id < $4)
       order by o.id desc limit $5`,
      [officeId, state ?? null, before ?? null, limit],
    );
  }

  private read(condition: string, parameters: readonly unknown[]): Promise<OfferView[]> {
    return this.database.query<OfferView>(`${OFFER} ${condition}`, [this.clock.now(), ...parameters]);
  }
}

function only(offers: readonly OfferView[]): OfferView {
  const [offer] = offers;
  if (!offer) throw new DomainError('offer-not-found', 'not-found');
  return offer;
}
