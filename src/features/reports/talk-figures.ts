/** What is counted of a group of talks. */
export interface TalkFigures {
  /** All that were arranged, whatever became of them. */
  readonly talks: number;
  readonly held: number;
  readonly noShow: number;
  readonly cancelled: number;
  /** Persons of the households whose talk was held. */
  readonly persons: number;
  /** Days from arrival to the talk, summed over those held. */
  readonly waitingDays: number;
  /** Interpreters, worked where confirmed and else planned; a visit's cost in equal parts for its talks. */
  readonly costRappen: number;
}

/** By what the talks of a month are counted; no two of them together, so that nobody is found in a crossing. */
export const dimensions = ['month', 'language', 'outcome', 'municipality'] as const;

export type Dimension = (typeof dimensions)[number];

/**
 * The figures of talks by month and one dimension. The caller adds conditions on talk `t` and office `o`; `key` is a
 * month, a language's code, an outcome (`no-show-household`, `open` …) or a municipality's number (empty: unknown).
 */
export const figuresOf = (conditions: string): string => `
select counted.month, d.dimension, d.key, count(*)::int as talks,
  (count(*) filter (where state = 'held'))::int as held,
  (count(*) filter (where state = 'no-show'))::int as no_show,
  (count(*) filter (where state = 'cancelled'))::int as cancelled,
  coalesce(sum(persons) filter (where state = 'held'), 0)::int as persons,
  coalesce(sum(waiting_days) filter (where state = 'held'), 0)::int as waiting_days,
  coalesce(round(sum(cost)), 0)::int as cost_rappen
from (
  select date_trunc('month', t.starts_at at time zone o.time_zone)::date as month, t.state, t.language, t.outcome_by,
    h.municipality_bfs, (t.starts_at at time zone o.time_zone)::date - h.arrived_on as waiting_days,
    (select count(*) from persons p where p.household_id = h.id) as persons,
    coalesce(c.actual_rappen, c.planned_rappen)::numeric / nullif((select count(*) from talks same
      where same.visit_id = t.visit_id and same.state <> 'cancelled') + coalesce(gone.talks, 0), 0) as cost
  from talks t
  join offices o on o.id = t.office_id
  join households h on h.id = t.household_id
  left join visit_costs c on c.visit_id = t.visit_id and t.state <> 'cancelled'
  left join deleted_talks gone on gone.visit_id = t.visit_id
  where t.state <> 'planned' and ${conditions}
) counted
cross join lateral (values
  ('month', to_char(month, 'YYYY-MM')),
  ('language', language),
  ('outcome', case when state in ('invited', 'confirmed', 'change-requested') then 'open'
    when outcome_by is null then state else state || '-' || outcome_by end),
  ('municipality', coalesce(municipality_bfs::text, ''))) as d (dimension, key)
group by counted.month, d.dimension, d.key`;
