import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { utc } from './utc.sql.js';

/** A talk of a visit as its interpreter sees it after having said yes. Instants are ISO 8601 in UTC. */
interface AgendaTalkView {
  readonly talkId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly language: string;
  readonly mode: 'onsite' | 'phone' | 'video';
  readonly state: string;
  readonly roomName: string | null;
  readonly floor: string | null;
  /** First name and initial of the contact, `Amina H.` */
  readonly person: string;
}

/** One stay of an interpreter at one site on one day; site null: from afar. */
export interface VisitView {
  readonly id: string;
  readonly officeId: number;
  readonly officeName: string;
  readonly officePhone: string;
  readonly timeZone: string;
  readonly interpreterId: number | null;
  readonly interpreterName: string | null;
  readonly siteId: number | null;
  readonly siteName: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** `asked`: an answer for some of its talks is missing. */
  readonly state: 'asked' | 'confirmed' | 'ended';
  readonly talks: readonly AgendaTalkView[];
}

const SURE = `coalesce(t.interpreter_state, 'confirmed') = 'confirmed'`;

const visits = (talks: string): string => `
select v.id, v.office_id as "officeId", f.name as "officeName", f.phone as "officePhone", c.time_zone as "timeZone",
  v.interpreter_id as "interpreterId", trim(i.first_name || ' ' || i.last_name) as "interpreterName",
  v.site_id as "siteId", s.name as "siteName", s.street, s.postcode, s.town, v.starts_at as "startsAt",
  v.ends_at as "endsAt", v.state,
  (select coalesce(jsonb_agg(jsonb_build_object('talkId', t.id, 'startsAt', ${utc('t.starts_at')},
      'endsAt', ${utc('t.starts_at + make_interval(mins => t.minutes)')}, 'language', t.language, 'mode', t.interpreter_mode,
      'state', t.state, 'roomName', r.name, 'floor', r.floor,
      'person', trim(p.first_name || ' ' || left(p.last_name, 1) || '.')) order by t.starts_at, t.id), '[]')
     from talks t left join rooms r on r.id = t.room_id and t.interpreter_mode = 'onsite'
     left join persons p on p.household_id = t.household_id and p.is_contact
    where t.visit_id = v.id and t.state <> 'cancelled' and ${talks}) as talks
from visits v
join offices c on c.id = v.office_id
join lateral (select * from office_profiles where office_id = v.office_id order by valid_from desc limit 1) f on true
left join sites s on s.id = v.site_id
left join interpreters i on i.id = v.interpreter_id`;

/** Reads visits: an interpreter's agenda, and the office's list. */
@Injectable()
export class VisitQueries {
  constructor(private readonly database: Database) {}

  /** What the interpreter has agreed to in this time, by start, of all offices; talks still asked for are left out. */
  async agendaOf(interpreterId: number, from: Date, until: Date): Promise<VisitView[]> {
    const rows = await this.database.query<VisitView>(
      `${visits(SURE)} where v.interpreter_id = $1 and v.state <> 'ended' and v.starts_at < $3 and v.ends_at > $2
       order by v.starts_at, v.id`,
      [interpreterId, from, until],
    );
    return rows.filter(({ talks }) => talks.length > 0);
  }

  /** The visits of an office in these local days `YYYY-MM-DD`, both included, by start; ended ones are left out. */
  between(officeId: number, fromDay: string, toDay: string): Promise<VisitView[]> {
    return this.database.query<VisitView>(
      `${visits('true')} where v.office_id = $1 and v.state <> 'ended'
         -- whatever the zone: so much the index finds without knowing it
         and v.starts_at >= $2::date - 2 and v.starts_at < $3::date + 3
         and v.starts_at >= $2::date::timestamp at time zone c.time_zone
         and v.starts_at < ($3::date + 1)::timestamp at time zone c.time_zone
       order by v.starts_at, v.id`,
      [officeId, fromDay, toDay],
    );
  }

  /** Undefined when the office has no such visit. */
  async byId(officeId: number, visitId: string): Promise<VisitView | undefined> {
    const [visit] = await this.database.query<VisitView>(
      `${visits('true')} where v.office_id = $1 and v.id::text = $2`,
      [officeId, visitId],
    );
    return visit;
  }
}
