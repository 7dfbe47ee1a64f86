import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type PublishedFigures, publishedTotal, suppressSmall } from './suppress-small.js';
import { type Dimension, dimensions, figuresOf, type TalkFigures } from './talk-figures.js';

/** One group of a report: its key in the dimension, and its figures as far as they may be known. */
export interface ReportGroup extends PublishedFigures {
  readonly key: string;
}

/** The talks of some months, counted by one dimension at a time. */
export interface TalkReport {
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly total: PublishedFigures;
  readonly by: Readonly<Record<Dimension, readonly ReportGroup[]>>;
}

interface Row extends TalkFigures {
  readonly dimension: Dimension;
  readonly key: string;
}

const SUMS = `sum(talks)::int as talks, sum(held)::int as held, sum(no_show)::int as "noShow",
  sum(cancelled)::int as cancelled, sum(persons)::int as persons, sum(waiting_days)::int as "waitingDays",
  sum(cost_rappen)::int as "costRappen"`;

/** Talks that are there, and what was kept of those whose households are gone. */
const REPORT = `
with live as (${figuresOf(`t.office_id = $1
  -- whatever the zone: so much the index finds without knowing it
  and t.starts_at >= ($2 || '-01')::date - 2 and t.starts_at < ($3 || '-01')::date + 33
  and t.starts_at >= ($2 || '-01')::timestamp at time zone o.time_zone
  and t.starts_at < (($3 || '-01')::timestamp + interval '1 month') at time zone o.time_zone`)}
), every as (
  select * from live
  union all
  select month, dimension, key, talks, held, no_show, cancelled, persons, waiting_days, cost_rappen
  from talk_statistics
  where office_id = $1 and month between ($2 || '-01')::date and ($3 || '-01')::date
)
select dimension, key, ${SUMS} from every group by dimension, key order by dimension, key collate "C"`;

/** Counts talks without names, for the canton and the federation. */
@Injectable()
export class TalkReports {
  constructor(private readonly database: Database) {}

  /** @param from, to first and last month `YYYY-MM`, in the zone of the office */
  async run(officeId: number, from: string, to: string): Promise<TalkReport> {
    const rows = await this.database.query<Row>(REPORT, [officeId, from, to]);
    const groups = (dimension: Dimension): ReportGroup[] => {
      const own = rows.filter((row) => row.dimension === dimension);
      return suppressSmall(own).map((figures, index) => ({ key: own[index]?.key ?? '', ...figures }));
    };
    const by = Object.fromEntries(dimensions.map((dimension) => [dimension, groups(dimension)]));
    return {
      from,
      to,
      total: publishedTotal(rows.filter(({ dimension }) => dimension === 'month')),
      by: by as Record<Dimension, ReportGroup[]>,
    };
  }
}
