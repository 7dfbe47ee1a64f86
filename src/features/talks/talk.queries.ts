import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { isTalkId } from './talk-id.js';
import type { InterpreterState } from '../../scheduling/index.js';
import type { InterpreterMode, Party, TalkMode, TalkProvision, TalkState } from './talk.js';

/** A talk as pages, mails and the API show it. Names are the contact's; `accessText` is by language code. */
export interface TalkView {
  readonly id: string;
  readonly officeId: number;
  readonly householdId: number;
  readonly reference: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: TalkMode;
  readonly siteId: number | null;
  readonly siteName: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly accessText: Readonly<Record<string, string>>;
  readonly lift: boolean | null;
  readonly roomId: number | null;
  readonly roomName: string | null;
  readonly floor: string | null;
  readonly stepFree: boolean | null;
  readonly caseworkerId: number;
  readonly caseworkerName: string;
  readonly interpreterId: number | null;
  readonly interpreterName: string | null;
  readonly interpreterMode: InterpreterMode | null;
  /** How far the interpreter is; null: nobody has to answer. */
  readonly interpreterState: InterpreterState | null;
  readonly language: string;
  readonly provision: TalkProvision;
  readonly state: TalkState;
  readonly cancelledBy: Party | null;
  readonly cancelReason: string | null;
  readonly overrideReason: string | null;
  /** What the household wrote when no offered time suited it. */
  readonly wishes: string | null;
  /** Who was missing, after a no-show. */
  readonly outcomeBy: Party | null;
  readonly revision: number;
  readonly version: number;
  readonly personName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly personCount: number;
  readonly letterLanguage: string;
  readonly updatedAt: Date;
}

const TALK = `
select t.id, t.office_id as "officeId", t.household_id as "householdId", h.reference, t.starts_at as "startsAt",
       t.starts_at + make_interval(mins => t.minutes) as "endsAt", t.mode, t.site_id as "siteId",
       s.name as "siteName", s.street, s.postcode, s.town, coalesce(s.access_text, '{}') as "accessText", s.lift,
       t.room_id as "roomId", r.name as "roomName", r.floor, r.step_free as "stepFree",
       t.caseworker_id as "caseworkerId", c.name as "caseworkerName", t.interpreter_id as "interpreterId",
       i.first_name || ' ' || i.last_name as "interpreterName", t.interpreter_mode as "interpreterMode",
       t.interpreter_state as "interpreterState", t.language, t.provision, t.state, t.cancelled_by as "cancelledBy", t.cancel_reason as "cancelReason",
       t.override_reason as "overrideReason", t.wishes, t.outcome_by as "outcomeBy", t.revision, t.version,
       trim(p.first_name || ' ' || p.last_name) as "personName", p.first_name as "firstName",
       p.last_name as "lastName",
       (select count(*)::int from persons where household_id = h.id) as "personCount",
       h.letter_language as "letterLanguage", t.updated_at as "updatedAt"
  from talks t
  join households h on h.id = t.household_id
  join persons p on p.household_id = h.id and p.is_contact
  join caseworkers c on c.id = t.caseworker_id
  left join sites s on s.id = t.site_id
  left join rooms r on r.id = t.room_id
  left join interpreters i on i.id = t.interpreter_id`;

/** Reads talks of one office; a talk of another office is not found. */
@Injectable()
export class TalkQueries {
  constructor(private readonly database: Database) {}

  /** Throws `talk-not-found`. */
  async byId(officeId: number, talkId: string): Promise<TalkView> {
    const rows = isTalkId(talkId)
      ? await this.database.query<TalkView>(`${TALK} where t.office_id = $1 and t.id = $2`, [
          officeId,
          talkId,
        ])
      : [];
    const [talk] = rows;
    if (!talk) throw new DomainError('talk-not-found', 'not-found');
    return talk;
  }

  /** The talks of these local days `YYYY-MM-DD`, both included, by start; cancelled ones are left out. */
  between(officeId: number, fromDay: string, toDay: string): Promise<TalkView[]> {
    return this.database.query<TalkView>(
      `${TALK}
        join offices o on o.id = t.office_id
       where t.office_id = $1 and t.state <> 'cancelled'
         -- whatever the zone: so much the index finds without knowing it
         and t.starts_at >= $2::date - 2 and t.starts_at < $3::date + 3
         and t.starts_at >= $2::date::timestamp at time zone o.time_zone
         and t.starts_at < ($3::date + 1)::timestamp at time zone o.time_zone
       order by t.starts_at, t.id`,
      [officeId, fromDay, toDay],
    );
  }

  /** Every talk of a household, cancelled ones too, the newest start first. */
  ofHousehold(officeId: number, householdId: number): Promise<TalkView[]> {
    return this.database.query<TalkView>(
      `${TALK} where t.office_id = $1 and t.household_id = $2 order by t.starts_at desc, t.id desc`,
      [officeId, householdId],
    );
  }
}
