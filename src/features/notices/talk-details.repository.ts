import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { TalkDetails } from './talk-details.js';

const DETAILS_SQL = `
select t.id as "talkId", t.office_id as "officeId", t.revision, t.entry_id as "entryId",
  t.entry_base + t.revision as sequence, t.state, t.cancelled_by as "cancelledBy",
  t.starts_at as "startsAt", t.starts_at + make_interval(mins => t.minutes) as "endsAt",
  t.mode, t.provision, t.interpreter_mode as "interpreterMode", t.language as "languageCode",
  o.time_zone as "timeZone", h.reference,
  json_build_object('firstName', coalesce(p.first_name, ''), 'lastName', coalesce(p.last_name, '')) as contact,
  case when s.id is not null then json_build_object('siteName', s.name, 'street', s.street, 'postcode', s.postcode,
    'town', s.town, 'roomName', r.name, 'floor', r.floor, 'accessText', s.access_text) end as place,
  (select json_agg(json_build_object('startsAt', v.starts_at, 'endsAt', v.starts_at + make_interval(mins => v.minutes))
      order by v.starts_at) from talks v where v.visit_id = t.visit_id and v.state <> 'cancelled'
      and coalesce(v.interpreter_state, 'confirmed') = 'confirmed') as visit,
  json_build_object('name', f.name, 'addressLines', f.address_lines, 'phone', f.phone, 'phoneHours', f.phone_hours,
    'email', f.email) as office
from talks t
join offices o on o.id = t.office_id
join households h on h.id = t.household_id
left join persons p on p.household_id = h.id and p.is_contact
left join sites s on s.id = t.site_id
left join rooms r on r.id = t.room_id
join lateral (
  select name, address_lines, phone, phone_hours, email from office_profiles, (values ((($2::timestamptz) at time zone o.time_zone)::date)) today (day)
  where office_id = o.id
  order by valid_from <= day desc, case when valid_from <= day then valid_from end desc, valid_from
  limit 1
) f on true
where t.id = $1`;

/** Reads what notices and calendar entries say about a talk. */
@Injectable()
export class TalkDetailsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when there is no such talk; the office presents itself as it does today. */
  async find(talkId: string): Promise<TalkDetails | undefined> {
    const [row] = await this.database.query<TalkDetails>(DETAILS_SQL, [talkId, this.clock.now()]);
    return row;
  }
}
