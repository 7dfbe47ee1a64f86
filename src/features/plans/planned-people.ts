import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isComing, TalkQueries, type TalkView } from '../talks/index.js';
import type { Plan } from './plan-record.js';

/** Finds whom a run is about: households that wait, and those who were told of a talk. */
@Injectable()
export class PlannedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalkQueries,
  ) {}

  /** Selected households that wait for a talk and can be talked with, the oldest arrivals first. */
  async waiting({ officeId, householdIds, selection }: Plan): Promise<number[]> {
    const { language = null, municipality = null, dueUntil = null } = selection;
    const rows = await this.database.query<{ id: number }>(
      `select id from households h
        where office_id = $1 and state = 'open' and ($2::int[] is null or id = any($2))
          and exists (select from household_languages where household_id = h.id)
          and ($3::text is null or exists (select from household_languages
                where household_id = h.id and rank = 1 and language = $3))
          and ($4::int is null or municipality_bfs = $4)
          and ($5::date is null or target_on <= $5)
        order by arrived_on, id`,
      [officeId, householdIds, language, municipality, dueUntil],
    );
    return rows.map(({ id }) => id);
  }

  /** Talks of these days that have not begun; local days, both included. */
  async announced(
    officeId: number,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<TalkView[]> {
    const now = this.clock.now();
    const talks = await this.talks.between(officeId, from, to);
    return talks.filter((talk) => isComing(talk, now));
  }
}
