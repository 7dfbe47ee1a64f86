import { Injectable } from '@nestjs/common';
import { answerDeadline, openHours, type SiteWeek } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import type { Office } from '../offices/index.js';

/** Closing days are entered a year ahead at most; no deadline reaches further. */
const DAYS_AHEAD = 120;
const MINUTE_MS = 60_000;

const WEEK = `
select
  (select coalesce(jsonb_agg(jsonb_build_object('day', weekday, 'from', left(opens::text, 5), 'to', left(closes::text, 5))), '[]')
     from site_hours where site_id in (select id from asked)) as weekly,
  (select coalesce(jsonb_agg(day::text), '[]') from (
     select day from site_closings where site_id in (select id from asked) and closes_from is null
      group by day having count(*) = (select count(*) from asked)) closed) as closed`;

/** Reckons in the opening hours of a site: those in which its people can be asked and reached. */
@Injectable()
export class OfficeHours {
  constructor(private readonly clock: Clock) {}

  /** Until when, to the minute, an interpreter must answer for talks of which the first one starts at `start`. */
  async deadline(
    { office, siteId, start }: { office: Office; siteId: number | null; start: Date },
    tx: Tx,
  ): Promise<Date> {
    const { offerHours, offerAlarmHours, offerUntilHours } = office.policies;
    const now = this.clock.now().getTime() / MINUTE_MS;
    const rules = {
      now,
      hours: offerHours,
      start: start.getTime() / MINUTE_MS,
      alarmHours: offerAlarmHours,
      untilHours: offerUntilHours,
    };
    const week = await this.week(office, siteId, tx);
    return new Date(Math.floor(answerDeadline(rules, openHours(week, now, DAYS_AHEAD))) * MINUTE_MS);
  }

  /** Of one site; of all sites of the office for work from afar. */
  private async week(office: Office, siteId: number | null, tx: Tx): Promise<SiteWeek> {
    const sql = `with asked as (select id from sites where office_id = $1 and active and ($2::int is null or id = $2)) ${WEEK}`;
    const parameters = [office.id, siteId];
    const [row] = await tx.query<Omit<SiteWeek, 'timeZone'>[]>(sql, parameters);
    return { timeZone: office.timeZone, weekly: row?.weekly ?? [], closed: row?.closed ?? [] };
  }
}
