import { Injectable } from '@nestjs/common';
import {
  changeOfTalk,
  costOfChange,
  type AgreedVisit,
  type ChangeCost,
  type InterpretingMode,
} from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/database.js';
import { minuteUp, sqlMinute } from './minutes.js';
import { OfficeTermsOf, type OfficeTerms } from './office-terms.js';

/** A talk whose agreed time is given up, with the visit that it was part of and where it is now. */
interface GivenUp extends AgreedVisit {
  readonly officeId: number;
  readonly visitId: string;
  readonly interpreterId: number;
  readonly tariffCode: string;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Where the talk is now. */
  readonly now: {
    readonly interpreterId: number | null;
    readonly mode: InterpretingMode | null;
    readonly place: string;
    readonly from: string;
    readonly to: string;
  };
}

const GIVEN_UP = `
select t.office_id as "officeId", a.visit_id as "visitId", a.interpreter_id as "interpreterId", i.tariff_code as "tariffCode",
  to_char(a.starts_at at time zone o.time_zone, 'YYYY-MM-DD') as day, a.mode, a.place, a.starts_at as "startsAt",
  a.ends_at as "endsAt",
  jsonb_build_object('interpreterId', t.interpreter_id, 'mode', t.interpreter_mode,
    'place', case when t.interpreter_mode = 'onsite' then coalesce(s.town, '') else '' end,
    'from', ${sqlMinute('t.starts_at')}, 'to', ${sqlMinute('t.starts_at + make_interval(mins => t.minutes)')}) as now,
  (select jsonb_agg(jsonb_build_object('id', b.talk_id, 'from', ${sqlMinute('b.starts_at')}, 'to', ${sqlMinute('b.ends_at')})
      order by b.starts_at, b.talk_id)
     from agreed_talks b where b.visit_id = a.visit_id and b.interpreter_id = a.interpreter_id
       and b.mode = a.mode and b.place = a.place
       and (b.starts_at at time zone o.time_zone)::date = (a.starts_at at time zone o.time_zone)::date) as talks
from agreed_talks a
join talks t on t.id = a.talk_id
join offices o on o.id = t.office_id
join interpreters i on i.id = a.interpreter_id
left join sites s on s.id = t.site_id
where a.talk_id = $1`;

const SAVE = `
insert into cancellation_costs (office_id, visit_id, talk_id, interpreter_id, event, given_up_at, starts_at, ends_at,
  tariff_code, tariff_from, rappen, lines)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** Writes down what is due because household or office gave up time that an interpreter had agreed to. */
@Injectable()
export class CancellationCosts {
  constructor(
    private readonly clock: Clock,
    private readonly terms: OfficeTermsOf,
  ) {}

  /**
   * To be called in the transaction of the change, after the talk's row and before its visit is written. Nothing is
   * due while the time was not agreed, is given up in time, or by a tariff that nobody has entered. The new time of a talk that
   * moves counts as far as the same interpreter is asked to come.
   */
  async record(tx: Tx, talkId: string, event: 'cancelled' | 'moved'): Promise<void> {
    const [given] = await tx.query<GivenUp[]>(GIVEN_UP, [talkId]);
    const terms = given && (await this.terms.on(given, tx));
    if (!terms) return;
    const moved = event === 'moved' ? movedTo(talkId, given) : null;
    const at = minuteUp(this.clock.now());
    const cost = costOfChange(changeOfTalk(given, { talk: talkId, moved, at }), terms);
    if (cost.lines.length > 0) await this.save(tx, { talkId, event, given, cost, terms });
  }

  /** The talk was called off a moment ago by mistake: nothing is due for it. */
  async takeBack(tx: Tx, talkId: string): Promise<void> {
    await tx.query(
      `delete from cancellation_costs where id =
         (select max(id) from cancellation_costs where talk_id = $1 and event = 'cancelled')`,
      [talkId],
    );
  }

  private async save(tx: Tx, { talkId, event, given, cost, terms }: Recorded): Promise<void> {
    const { officeId, visitId, interpreterId, startsAt, endsAt } = given;
    const { code, validFrom } = terms.tariff;
    await tx.query(SAVE, [
      officeId,
      visitId,
      talkId,
      interpreterId,
      event,
      this.clock.now(),
      startsAt,
      endsAt,
      code,
      validFrom,
      cost.total,
      JSON.stringify(cost.lines),
    ]);
  }
}

interface Recorded {
  readonly talkId: string;
  readonly event: 'cancelled' | 'moved';
  readonly given: GivenUp;
  readonly cost: ChangeCost;
  readonly terms: OfficeTerms;
}

function movedTo(talkId: string, { interpreterId, now }: GivenUp): AgreedVisit | null {
  const { mode, place, from, to } = now;
  if (mode === null || now.interpreterId !== interpreterId) return null;
  return { mode, place, talks: [{ id: talkId, from, to }] };
}
