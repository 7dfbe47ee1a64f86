import { Injectable } from '@nestjs/common';
import type { InterpretingMode } from '../../scheduling/index.js';
import { Database } from '../../platform/database/database.js';

/** A talk that an interpreter is booked for. */
export interface BookedTalk {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The visit that a talk belongs to: what its interpreter has agreed to, in the same place and way. */
export interface BookedVisit {
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly tariffCode: string;
  /** false: the interpreter has been asked for this talk and has not said yes. */
  readonly isAgreed: boolean;
  readonly mode: InterpretingMode;
  /** Town of the site; empty from afar. */
  readonly place: string;
  /** Local date `YYYY-MM-DD`. */
  readonly day: string;
  /** By start. */
  readonly talks: readonly BookedTalk[];
}

interface Row extends Omit<BookedVisit, 'talks'>, BookedTalk {
  /** null: for talks from before visits were kept. */
  readonly visitId: string | null;
  readonly waitMinutes: number;
}

const DAY_OF_INTERPRETER = `
with open_talk as (
  select t.*, coalesce(t.interpreter_state, 'confirmed') = 'confirmed' as agreed,
         (t.starts_at at time zone o.time_zone)::date as day,
         case when t.interpreter_mode = 'onsite' then t.site_id end as visited_site
    from talks t join offices o on o.id = t.office_id
   where t.office_id = $1 and t.interpreter_id is not null
     and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
)
select t.id, t.visit_id as "visitId", t.agreed as "isAgreed", t.starts_at as "startsAt", t.starts_at + make_interval(mins => t.minutes) as "endsAt",
       t.interpreter_id as "interpreterId", trim(i.first_name || ' ' || i.last_name) as "interpreterName",
       i.tariff_code as "tariffCode", i.wait_minutes as "waitMinutes", t.interpreter_mode as mode,
       coalesce(s.town, '') as place, to_char(t.day, 'YYYY-MM-DD') as day
  from open_talk this
  join open_talk t on t.interpreter_id = this.interpreter_id and t.day = this.day
   and t.interpreter_mode = this.interpreter_mode and t.visited_site is not distinct from this.visited_site
   and t.agreed = this.agreed
  join interpreters i on i.id = t.interpreter_id
  left join sites s on s.id = t.visited_site
 where this.id = $2
 order by t.starts_at, t.id`;

/** Reads visits as they are booked. */
@Injectable()
export class BookedVisits {
  constructor(private readonly database: Database) {}

  /** The visit of a coming talk; undefined when the talk has no interpreter, is not coming or is not there. */
  async of(officeId: number, talkId: string): Promise<BookedVisit | undefined> {
    const rows = await this.database.query<Row>(DAY_OF_INTERPRETER, [officeId, talkId]);
    const talks = around(talkId, rows);
    const [row] = talks;
    if (!row) return undefined;
    const { interpreterId, interpreterName, tariffCode, isAgreed, mode, place, day } = row;
    return { interpreterId, interpreterName, tariffCode, isAgreed, mode, place, day, talks };
  }

  /** The town in which a room of the office is; empty for none. */
  async townOf(officeId: number, roomId: number | null): Promise<string> {
    const [site] = await this.database.query<{ town: string }>(
      `select town from sites join rooms on site_id = sites.id where office_id = $1 and rooms.id = $2`,
      [officeId, roomId],
    );
    return site?.town ?? '';
  }
}

/** Those of the same visit; where none is kept, those without a wait between them that the interpreter does not want. */
function around(talkId: string, rows: readonly Row[]): readonly Row[] {
  const visits: Row[][] = [];
  for (const row of rows) {
    const last = visits.at(-1)?.at(-1);
    if (last && isSameVisit(last, row)) visits.at(-1)?.push(row);
    else visits.push([row]);
  }
  return visits.find((visit) => visit.some(({ id }) => id === talkId)) ?? [];
}

function isSameVisit(last: Row, next: Row): boolean {
  if (last.visitId !== null || next.visitId !== null) return last.visitId === next.visitId;
  return (next.startsAt.getTime() - last.endsAt.getTime()) / 60_000 <= next.waitMinutes;
}
