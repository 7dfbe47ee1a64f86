import { Injectable } from '@nestjs/common';
import {
  needsStaff,
  type InterpreterState,
  type OfferState,
  type StaffReason,
} from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import type { DeclineReason } from './offers.repository.js';

/** A coming talk that waits for somebody in the office because nobody interprets it yet. */
export interface UnsureTalk {
  readonly talkId: string;
  readonly householdId: number;
  readonly startsAt: Date;
  readonly reason: StaffReason;
  /** Interpreters who were asked for it as it is now, or are. */
  readonly asked: readonly number[];
}

/** One interpreter who was asked for a talk, for staff. */
export interface TalkOffer {
  readonly offerId: string;
  readonly interpreterName: string;
  readonly state: OfferState;
  readonly answerBy: Date;
  readonly declineReason: DeclineReason | null;
}

interface UnsureRow extends Omit<UnsureTalk, 'reason'> {
  readonly state: InterpreterState;
  readonly told: Date | null;
}

const UNSURE = `
select t.id as "talkId", t.household_id as "householdId", t.starts_at as "startsAt", t.interpreter_state as state,
  (select (n.facts ->> 'startsAt')::timestamptz from notices n where n.talk_id = t.id and n.recipient_kind = 'household'
     and n.state in ('sending', 'sent', 'unknown') order by n.id desc limit 1) as told,
  array(select o.interpreter_id from offers o join offer_talks x on x.offer_id = o.id
    where x.talk_id = t.id and x.revision = t.revision order by o.id) as asked
from talks t where t.office_id = $1 and t.starts_at > $2 and t.interpreter_state in ('asked', 'missing')
  and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
order by t.starts_at, t.id`;

const OFFERS = `
select o.id as "offerId", trim(i.first_name || ' ' || i.last_name) as "interpreterName", x.state,
  o.answer_by as "answerBy", o.decline_reason as "declineReason"
from offers o join offer_talks x on x.offer_id = o.id join interpreters i on i.id = o.interpreter_id
where x.talk_id = $2 and o.office_id = $1 order by o.id`;

const MINUTE_MS = 60_000;

/** Talks whose interpreter is not sure, as staff need to see them. */
@Injectable()
export class UnsureTalks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
  ) {}

  /** Those that somebody in the office must act on, by start. */
  async forStaff(officeId: number): Promise<UnsureTalk[]> {
    const now = this.clock.now();
    const rows = await this.database.query<UnsureRow>(UNSURE, [officeId, now]);
    if (rows.length === 0) return [];
    const { policies } = await this.offices.get(officeId);
    const minute = (instant: Date): number => instant.getTime() / MINUTE_MS;
    return rows.flatMap(({ state, told, ...talk }) => {
      const unsure = { state, start: minute(talk.startsAt), told: told && minute(told) };
      const reason = needsStaff(unsure, minute(now), policies.offerAlarmHours);
      return reason ? [{ ...talk, reason }] : [];
    });
  }

  /** Everybody who was asked for a talk, the first first. */
  offersOf(officeId: number, talkId: string): Promise<TalkOffer[]> {
    return this.database.query<TalkOffer>(OFFERS, [officeId, talkId]);
  }
}
