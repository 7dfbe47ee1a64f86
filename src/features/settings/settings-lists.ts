import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../staff/index.js';

/** One record in a list; what is out of use stands last. */
interface ListedRecord {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
}

export interface ListedSite extends ListedRecord {
  readonly street: string;
  readonly town: string;
  /** Rooms in use. */
  readonly rooms: number;
  /** Days of the week on which it is open. */
  readonly openDays: number;
}

export interface ListedRoom extends ListedRecord {
  readonly siteName: string;
  readonly seats: number;
  readonly stepFree: boolean;
  readonly video: boolean;
}

export interface ListedCaseworker extends ListedRecord {
  readonly languages: readonly string[];
  /** Days of the week on which they work. */
  readonly workDays: number;
}

export interface ListedInterpreter extends ListedRecord {
  readonly languages: readonly string[];
  readonly tier: number;
  /** The secrecy declaration holds today. */
  readonly isSworn: boolean;
  /** A calendar of theirs was not read for a day. */
  readonly isFeedStale: boolean;
}

export interface ListedAccount extends ListedRecord {
  readonly email: string;
  readonly role: Role;
}

/** One version of a tariff; `active`: it holds today. */
export interface ListedTariff extends ListedRecord {
  readonly code: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** False: it belongs to several offices, and none of them changes it. */
  readonly isOwn: boolean;
  /** Of the office, in service, paid by it. */
  readonly interpreters: number;
}

/** A closing day or half day from today on. */
export interface ListedClosing {
  readonly id: number;
  readonly siteName: string;
  readonly day: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly name: string;
  readonly source: 'holiday' | 'manual';
}

/** An absence or closure that is not over; `until` null has no end yet. */
export interface ListedAbsence {
  readonly id: number;
  readonly kind: 'room' | 'caseworker';
  readonly name: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string;
}

/** How a language is provided. */
export interface ListedLanguage {
  readonly code: string;
  readonly forTexts: boolean;
  /** Caseworkers in service who lead talks in it, and interpreters in service who interpret it. */
  readonly caseworkers: number;
  readonly interpreters: number;
  /** Open households whose first language it is. */
  readonly waiting: number;
}

/** The lists of the settings, what is out of use included. Nothing of another office is ever in them. */
@Injectable()
export class SettingsLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  sites(officeId: number): Promise<ListedSite[]> {
    return this.database.query<ListedSite>(
      `select s.id, s.name, s.active, s.street, s.town,
              (select count(*)::int from rooms r where r.site_id = s.id and r.active) as rooms,
              (select count(distinct weekday)::int from site_hours h where h.site_id = s.id) as "openDays"
         from sites s where s.office_id = $1 order by s.active desc, s.name, s.id`,
      [officeId],
    );
  }

  rooms(officeId: number): Promise<ListedRoom[]> {
    return this.database.query<ListedRoom>(
      `select r.id, r.name, r.active and s.active as active, s.name as "siteName", r.seats,
              r.step_free as "stepFree", r.video
         from rooms r join sites s on s.id = r.site_id
        where s.office_id = $1 order by 3 desc, s.name, r.name, r.id`,
      [officeId],
    );
  }

  caseworkers(officeId: number): Promise<ListedCaseworker[]> {
    return this.database.query<ListedCaseworker>(
      `select c.id, c.name, c.active, array(select language from caseworker_languages
                where caseworker_id = c.id order by level desc, language) as languages,
              (select count(distinct weekday)::int from caseworker_hours where caseworker_id = c.id) as "workDays"
         from caseworkers c where c.office_id = $1 order by c.active desc, c.name, c.id`,
      [officeId],
    );
  }

  interpreters(officeId: number): Promise<ListedInterpreter[]> {
    return this.database.query<ListedInterpreter>(
      `select i.id, trim(i.first_name || ' ' || i.last_name) as name, i.active, o.tier,
              array(select language from interpreter_languages where interpreter_id = i.id
                order by level desc, language) as languages,
              coalesce(i.secrecy_declared_on <= $2::date and coalesce(i.secrecy_valid_until, $2::date) >= $2::date,
                false) as "isSworn",
              exists (select from busy_feeds f where f.interpreter_id = i.id
                and f.read_at <= $2::timestamptz - interval '24 hours') as "isFeedStale"
         from interpreters i join office_interpreters o on o.interpreter_id = i.id
        where o.office_id = $1 order by i.active desc, i.last_name, i.first_name, i.id`,
      [officeId, this.clock.now()],
    );
  }

  /** @param today local date; earlier closings are left out */
  closings(officeId: number, today: string): Promise<ListedClosing[]> {
    return this.database.query<ListedClosing>(
      `select c.id, s.name as "siteName", c.day::text as day, left(c.closes_from::text, 5) as "from",
              left(c.closes_until::text, 5) as until, c.name, c.source
         from site_closings c join sites s on s.id = c.site_id
        where s.office_id = $1 and s.active and c.day >= $2 order by c.day, s.name, c.closes_from nulls first`,
      [officeId, today],
    );
  }

  absences(officeId: number): Promise<ListedAbsence[]> {
    return this.database.query<ListedAbsence>(
      `select a.id, resource.kind, resource.name, lower(a.during) as "from",
              case when upper(a.during) < '9999-01-01' then upper(a.during) end as until, a.reason
         from absences a join (
           select 1 as number, 'room' as kind, r.id, s.name || ', ' || r.name as name
             from rooms r join sites s on s.id = r.site_id where s.office_id = $1
           union all select 2, 'caseworker', id, name from caseworkers where office_id = $1
         ) resource on resource.number = a.resource_kind and resource.id = a.resource_id
        where upper(a.during) > $2 order by lower(a.during), a.id`,
      [officeId, this.clock.now()],
    );
  }

  languages(officeId: number): Promise<ListedLanguage[]> {
    return this.database.query<ListedLanguage>(
      `select l.code, l.for_texts as "forTexts",
              (select count(*)::int from caseworker_languages k join caseworkers c on c.id = k.caseworker_id
                where k.language = l.code and c.office_id = $1 and c.active) as caseworkers,
              (select count(*)::int from interpreter_languages k join interpreters i on i.id = k.interpreter_id
                join office_interpreters o on o.interpreter_id = i.id
                where k.language = l.code and o.office_id = $1 and i.active) as interpreters,
              (select count(*)::int from household_languages k join households h on h.id = k.household_id
                where k.language = l.code and k.rank = 1 and h.office_id = $1 and h.state = 'open') as waiting
         from languages l where l.for_talks order by l.code`,
      [officeId],
    );
  }

  /**
   * Versions of the tariffs that the office entered or by which its interpreters are paid: newest first within a tariff.
   * @param today local date
   */
  tariffs(officeId: number, today: string): Promise<ListedTariff[]> {
    return this.database.query<ListedTariff>(
      `select t.id, t.code, t.name, t.valid_from::text as "validFrom", t.valid_until::text as "validUntil",
              t.office_id is not null as "isOwn",
              t.valid_from <= $2::date and coalesce(t.valid_until, $2::date) >= $2::date
                and not exists (select from tariffs later where later.code = t.code
                  and later.valid_from > t.valid_from and later.valid_from <= $2::date) as active,
              (select count(*)::int from interpreters i join office_interpreters o on o.interpreter_id = i.id
                where o.office_id = $1 and i.active and i.tariff_code = t.code) as interpreters
         from tariffs t where t.office_id = $1 or t.office_id is null
        order by t.code, t.valid_from desc`,
      [officeId, today],
    );
  }

  /** Accounts of the office. */
  accounts(officeId: number): Promise<ListedAccount[]> {
    return this.database.query<ListedAccount>(
      'select id, name, active, email, role from staff_users where office_id = $1 order by active desc, name, id',
      [officeId],
    );
  }
}
