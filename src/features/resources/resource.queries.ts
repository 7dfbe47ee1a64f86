import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A site in use. Hours are wall-clock times of the office's zone; weekdays 1 = Monday … 7 = Sunday. */
export interface OfficeSite {
  readonly id: number;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** Directions by language code. */
  readonly accessText: Readonly<Record<string, string>>;
  readonly hours: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];
}

/** A room in use, with its site. */
export interface OfficeRoom {
  readonly id: number;
  readonly name: string;
  readonly siteId: number;
  readonly siteName: string;
  readonly floor: string;
  readonly seats: number;
  readonly stepFree: boolean;
  readonly video: boolean;
}

/** A caseworker in service. */
export interface OfficeCaseworker {
  readonly id: number;
  readonly name: string;
  /** Codes of the languages they lead talks in. */
  readonly languages: readonly string[];
}

/** An interpreter on the list of the office. */
export interface OfficeInterpreter {
  readonly id: number;
  readonly name: string;
  readonly languages: readonly string[];
}

/** A stretch of time in which a room or person is not there. Closing days of a site count for each of its rooms. */
export interface BlockedTime {
  readonly kind: 'room' | 'caseworker' | 'interpreter';
  readonly id: number;
  readonly from: Date;
  readonly until: Date;
  /** In the words of the office; may be empty. */
  readonly reason: string;
}

const BLOCKED = `
with days as (
  select $2::date::timestamp at time zone o.time_zone as first,
         ($3::date + 1)::timestamp at time zone o.time_zone as last, o.time_zone
    from offices o where o.id = $1
), resources as (
  select 1 as kind, r.id from rooms r join sites s on s.id = r.site_id where s.office_id = $1
  union all select 2, id from caseworkers where office_id = $1
  union all select 3, interpreter_id from office_interpreters where office_id = $1
)
select case a.resource_kind when 1 then 'room' when 2 then 'caseworker' else 'interpreter' end as kind,
       a.resource_id as id, lower(a.during) as "from", upper(a.during) as until, a.reason
  from absences a
  join resources on resources.kind = a.resource_kind and resources.id = a.resource_id
  join days on a.during && tstzrange(first, last)
union all
select 'room', r.id, (c.day + coalesce(c.closes_from, time '00:00')) at time zone time_zone,
       (c.day + coalesce(c.closes_until, time '24:00')) at time zone time_zone, c.name
  from site_closings c
  join sites s on s.id = c.site_id and s.office_id = $1
  join rooms r on r.site_id = s.id and r.active
  cross join days
 where c.day between $2::date and $3::date
 order by 3, 1, 2`;

/** Lists of what an office has for its talks. Nothing of another office is ever in them. */
@Injectable()
export class ResourceQueries {
  constructor(private readonly database: Database) {}

  /** By id. */
  sites(officeId: number): Promise<OfficeSite[]> {
    return this.database.query<OfficeSite>(
      `select s.id, s.name, s.street, s.postcode, s.town, coalesce(s.access_text, '{}') as "accessText",
              coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday,
                  'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'))
                  order by h.weekday, h.opens)
                from site_hours h where h.site_id = s.id), '[]') as hours
         from sites s where s.office_id = $1 and s.active order by s.id`,
      [officeId],
    );
  }

  /** By site, then name. */
  rooms(officeId: number): Promise<OfficeRoom[]> {
    return this.database.query<OfficeRoom>(
      `select r.id, r.name, s.id as "siteId", s.name as "siteName", r.floor, r.seats, r.step_free as "stepFree", r.video
         from rooms r join sites s on s.id = r.site_id
        where s.office_id = $1 and s.active and r.active order by s.id, r.name, r.id`,
      [officeId],
    );
  }

  /** By name. */
  caseworkers(officeId: number): Promise<OfficeCaseworker[]> {
    return this.database.query<OfficeCaseworker>(
      `select c.id, c.name, array(select l.language from caseworker_languages l
          where l.caseworker_id = c.id order by l.level desc, l.language) as languages
         from caseworkers c where c.office_id = $1 and c.active order by c.name, c.id`,
      [officeId],
    );
  }

  /** By last name. */
  interpreters(officeId: number): Promise<OfficeInterpreter[]> {
    return this.database.query<OfficeInterpreter>(
      `select i.id, i.first_name || ' ' || i.last_name as name, array(select l.language
          from interpreter_languages l where l.interpreter_id = i.id order by l.level desc, l.language) as languages
         from interpreters i join office_interpreters o on o.interpreter_id = i.id
        where o.office_id = $1 and i.active order by i.last_name, i.first_name, i.id`,
      [officeId],
    );
  }

  /** Absences, blocked rooms and closing days that touch these local days, both included. */
  blocked(officeId: number, fromDay: string, toDay: string): Promise<BlockedTime[]> {
    return this.database.query<BlockedTime>(BLOCKED, [officeId, fromDay, toDay]);
  }
}
