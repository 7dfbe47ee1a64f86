import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OfferDetails } from './offer-details.js';

type OfferRow = Omit<OfferDetails, 'talks'> & {
  readonly talks: readonly {
    readonly talkId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly languageCode: string;
    readonly state: string;
    readonly person: string | null;
  }[];
};

const OFFER = `
select o.id as "offerId", o.edition, o.state, o.answer_by as "answerBy", o.interpreter_mode as mode,
  (select json_build_object('siteName', s.name, 'street', s.street, 'postcode', s.postcode, 'town', s.town,
      'roomName', case when min(r.name) = max(r.name) then min(r.name) else '' end,
      'floor', case when min(r.name) = max(r.name) then min(r.floor) else '' end)
     from offer_talks x join talks t on t.id = x.talk_id join sites s on s.id = x.site_id
     left join rooms r on r.id = t.room_id
    where x.offer_id = o.id and o.interpreter_mode = 'onsite' group by s.id limit 1) as place,
  (select json_agg(json_build_object('talkId', t.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at,
      'languageCode', t.language, 'state', x.state,
      'person', case when x.state = 'accepted' then trim(p.first_name || ' ' || left(p.last_name, 1) || '.') end)
      order by x.starts_at, t.id)
     from offer_talks x join talks t on t.id = x.talk_id
     left join persons p on p.household_id = t.household_id and p.is_contact
    where x.offer_id = o.id) as talks
from offers o where o.id = $1`;

/** Reads what mails say about an offer. */
@Injectable()
export class OfferDetailsRepository {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such offer. Talks that are no longer part of it are left out while others are. */
  async find(offerId: string): Promise<OfferDetails | undefined> {
    const [row] = await this.database.query<OfferRow>(OFFER, [offerId]);
    if (!row) return undefined;
    const present = row.talks.filter(({ state }) => state === row.state);
    const talks = (present.length > 0 ? present : row.talks).map((talk) => ({
      talkId: talk.talkId,
      startsAt: new Date(talk.startsAt),
      endsAt: new Date(talk.endsAt),
      languageCode: talk.languageCode,
      person: talk.person,
    }));
    return { ...row, talks };
  }
}
