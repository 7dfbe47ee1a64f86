/** Figures that one statement gives: a column of labels each, and a column for each figure. */
export interface ProductMetrics {
  readonly labels: readonly string[];
  /** Name of the figure to what it says; the column is called like the figure. */
  readonly figures: Readonly<Record<string, string>>;
  /** `$1` are the milliseconds that the product's clock is ahead of the database's (0 in production). */
  readonly sql: string;
}

const NOW = `(now() + $1::float8 * interval '1 millisecond')`;

const due: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_notices_due: 'E-mails that are due and have not left.',
    welcome_talks_outbox_lag_seconds: 'How long the oldest of them has been due.',
  },
  sql: `select o.slug as office, count(n.due_at) as welcome_talks_notices_due,
      coalesce(extract(epoch from ${NOW} - min(n.due_at)), 0) as welcome_talks_outbox_lag_seconds
    from offices o left join notices n on n.office_id = o.id and n.state = 'planned' and n.channel = 'email'
      and n.due_at <= ${NOW}
    group by o.slug`,
};

const abandoned: ProductMetrics = {
  labels: [],
  figures: {
    welcome_talks_leases_expired: 'Notices whose sender stopped in the middle and that nobody has taken up.',
  },
  sql: `select count(*) as welcome_talks_leases_expired from notices
    where state = 'sending' and lease_until <= now() and $1::float8 is not null`,
};

const letters: ProductMetrics = {
  labels: ['office'],
  figures: { welcome_talks_letters_waiting: 'Letters that are due and have not been printed.' },
  sql: `select o.slug as office, count(n.due_at) as welcome_talks_letters_waiting
    from offices o left join notices n on n.office_id = o.id and n.state = 'planned' and n.channel = 'letter'
      and n.due_at <= ${NOW}
    group by o.slug`,
};

const bounces: ProductMetrics = {
  labels: ['office', 'language'],
  figures: {
    welcome_talks_bounces: 'E-mails of the last 30 days that were refused, by language of their texts.',
  },
  sql: `select o.slug as office, n.locale as language, count(*) as welcome_talks_bounces
    from notices n join offices o on o.id = n.office_id
    where n.state = 'bounced' and n.created_at > ${NOW} - interval '30 days'
    group by o.slug, n.locale`,
};

const offers: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_offers_overdue: 'Offers to interpreters whose deadline has passed and that are still open.',
  },
  sql: `select o.slug as office, count(asked.answer_by) as welcome_talks_offers_overdue
    from offices o left join offers asked on asked.office_id = o.id and asked.state = 'open'
      and asked.answer_by <= ${NOW}
    group by o.slug`,
};

const talks: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_talks_without_interpreter:
      'Talks of the next three days for which no interpreter has said yes.',
  },
  sql: `select o.slug as office, count(t.id) as welcome_talks_talks_without_interpreter
    from offices o left join talks t on t.office_id = o.id and t.interpreter_state in ('asked', 'missing')
      and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
      and t.starts_at between ${NOW} and ${NOW} + interval '3 days'
    group by o.slug`,
};

const emergencies: ProductMetrics = {
  labels: ['office'],
  figures: { welcome_talks_emergency_accounts: 'Emergency accounts that are open now.' },
  sql: `select o.slug as office, count(u.id) as welcome_talks_emergency_accounts
    from offices o left join staff_users u on u.office_id = o.id and u.active and u.ends_at > ${NOW}
    group by o.slug`,
};

/**
 * Ids grow with time, so the last hour is the end of the primary key; it is an hour of the database's own clock. The
 * limit makes PostgreSQL begin at that end.
 */
const bookings: ProductMetrics = {
  labels: ['office'],
  figures: { welcome_talks_bookings_last_hour: 'Talks that were booked in the last hour.' },
  sql: `select o.slug as office, count(t.id) as welcome_talks_bookings_last_hour
    from offices o left join (select id, office_id from talks where id > (select uuidv7(interval '-1 hour'))
      order by id desc limit 10000) t on t.office_id = o.id
    where $1::float8 is not null
    group by o.slug`,
};

const households: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_households_waiting: 'Households that wait for a talk.',
    welcome_talks_households_overdue: 'Those whose talk should have been held by now.',
  },
  sql: `select o.slug as office, count(h.id) as welcome_talks_households_waiting,
      count(h.id) filter (where h.target_on < ${NOW}) as welcome_talks_households_overdue
    from offices o left join households h on h.office_id = o.id and h.state = 'open'
    group by o.slug`,
};

const matching: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_matching_seconds: 'How long the last matching run took, from the order to the plan.',
    welcome_talks_matching_gap_ratio:
      'By how much its plan costs more than any plan must, as a share of its cost.',
  },
  sql: `select o.slug as office, extract(epoch from p.finished_at - p.created_at) as welcome_talks_matching_seconds,
      1 - (p.bound ->> 'total')::float8 / nullif((p.cost ->> 'total')::float8, 0) as welcome_talks_matching_gap_ratio
    from offices o cross join lateral (
      select created_at, finished_at, cost, bound from plans
      where office_id = o.id and finished_at is not null and cost is not null
      order by created_at desc limit 1) p
    where $1::float8 is not null`,
};

const runs: ProductMetrics = {
  labels: ['office'],
  figures: {
    welcome_talks_matching_waiting_seconds: 'How long the oldest matching run has waited for its plan.',
  },
  sql: `select o.slug as office,
      coalesce(extract(epoch from ${NOW} - min(p.created_at)), 0) as welcome_talks_matching_waiting_seconds
    from offices o left join plans p on p.office_id = o.id and p.state in ('draft', 'running')
    group by o.slug`,
};

/** Every figure of the product that the database knows; each is read from an index. */
export const productMetrics: readonly ProductMetrics[] = [
  due,
  abandoned,
  letters,
  bounces,
  offers,
  talks,
  bookings,
  households,
  matching,
  runs,
  emergencies,
];
