import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

/** A talk in the agenda of an interpreter. */
export interface AgendaEntry {
  readonly talkId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** It counts, it counts at another time or place than before, or it will not take place. */
  readonly state: 'accepted' | 'changed' | 'cancelled';
  readonly revision: number;
  /** Code of the language to interpret. */
  readonly language: string;
  readonly mode: 'onsite' | 'phone' | 'video';
  /** Null when the interpreter works from afar. */
  readonly place: AgendaPlace | null;
  /** Number of the household at the office. */
  readonly reference: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly changedAt: Date;
}

export interface AgendaPlace {
  readonly siteName: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly roomName: string;
  readonly floor: string;
  /** How to get there, by language code. */
  readonly accessText: Readonly<Record<string, string>>;
}

const AGENDA_SQL = `
select t.id as "talkId", t.starts_at as "startsAt", t.starts_at + make_interval(mins => t.minutes) as "endsAt",
  case when t.state = 'cancelled' then 'cancelled'
    when exists (select from notices n where n.talk_id = t.id and n.revision = t.revision
      and n.kind = 'interpreter-moved' and n.recipient_id = t.interpreter_id) then 'changed'
    else 'accepted' end as state,
  t.revision, t.language, t.interpreter_mode as mode, h.reference, t.updated_at as "changedAt",
  coalesce(p.first_name, '') as "firstName", coalesce(p.last_name, '') as "lastName",
  case when s.id is not null then jsonb_build_object('siteName', s.name, 'street', s.street, 'postcode', s.postcode,
    'town', s.town, 'roomName', r.name, 'floor', r.floor, 'accessText', s.access_text) end as place
from talks t
join households h on h.id = t.household_id
left join persons p on p.household_id = h.id and p.is_contact
left join sites s on s.id = t.site_id and t.interpreter_mode = 'onsite'
left join rooms r on r.id = t.room_id
where t.interpreter_id = $1 and coalesce(t.interpreter_state, 'confirmed') = 'confirmed'
  and t.starts_at < $3 and t.starts_at + make_interval(mins => t.minutes) > $2
order by t.starts_at, t.id`;

/** What an interpreter does when, and in which language they read it. */
@Injectable()
export class AgendaQueries {
  constructor(private readonly database: Database) {}

  /** Talks that touch the half-open time, cancelled ones too, by start. */
  between(interpreterId: number, from: Date, until: Date): Promise<AgendaEntry[]> {
    return this.database.query<AgendaEntry>(AGENDA_SQL, [interpreterId, from, until]);
  }
}
