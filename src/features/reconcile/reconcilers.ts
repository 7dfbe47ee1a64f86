/** Two facts of the database that must agree. `$1` is the present instant in both statements. */
export interface Reconciler {
  readonly name: string;
  readonly meaning: string;
  /** One row for each that does not agree. */
  readonly find: string;
  /** Puts them right and returns a row for each; what it cannot put right stays found. */
  readonly mend: string;
}

const OPEN = `t.state in ('planned', 'invited', 'confirmed', 'change-requested')`;

/** What each open talk ahead takes: room and caseworker through the buffer, interpreter and household without. */
const EXPECTED = `
expected as (
  select t.id as talk_id, r.kind, r.id,
    tstzrange(t.starts_at, t.starts_at + make_interval(mins => t.minutes + r.buffer), '[)') as during
  from talks t
  cross join lateral (values (1, t.room_id, t.buffer_minutes), (2, t.caseworker_id, t.buffer_minutes),
    (3, t.interpreter_id, 0), (4, t.household_id, 0)) as r (kind, id, buffer)
  where ${OPEN} and t.starts_at > $1::timestamptz and r.id is not null
)`;

const SURPLUS = `
select a.id from allocations a join talks t on t.id = a.talk_id
where t.state = 'cancelled' or (${OPEN} and t.starts_at > $1::timestamptz and not exists (
  select from expected e where e.talk_id = a.talk_id and e.kind = a.resource_kind and e.id = a.resource_id
    and e.during = a.during))`;

const MISSING = `
select e.* from expected e where not exists (select from allocations a where a.talk_id = e.talk_id
  and a.resource_kind = e.kind and a.resource_id = e.id and a.during = e.during)`;

const STALE_HOLDS = `state = 'held' and expires_at < $1::timestamptz - interval '1 hour'`;

const WRONG_ENTRIES = `
select distinct t.id from talks t
cross join lateral (values
  (2, case when t.state <> 'cancelled' then t.caseworker_id end),
  (3, case when t.state <> 'cancelled' and coalesce(t.interpreter_state, 'confirmed') = 'confirmed'
    then t.interpreter_id end)) as present (kind, resource)
where t.starts_at > $1::timestamptz and (
  (resource is not null and not exists (select from calendar_entries e where e.talk_id = t.id
    and e.resource_kind = kind and e.resource_id = resource and not e.is_cancelled and e.starts_at = t.starts_at
    and e.minutes = t.minutes and e.room_id is not distinct from t.room_id))
  or exists (select from calendar_entries e where e.talk_id = t.id and e.resource_kind = kind and not e.is_cancelled
    and e.resource_id is distinct from resource))`;

const FORGOTTEN = `h.state = 'planned' and $1::timestamptz is not null
  and not exists (select from talks t where t.household_id = h.id and ${OPEN})`;

/** What can be compared inside the database; notices have their own (`ReconcileNotices`). */
export const reconcilers: readonly Reconciler[] = [
  {
    name: 'surplus-allocations',
    meaning: 'times that are taken by talks that do not need them: freed',
    find: `with ${EXPECTED} ${SURPLUS}`,
    mend: `with ${EXPECTED}, gone as (delete from allocations where id in (${SURPLUS}) returning id) select id from gone`,
  },
  {
    name: 'missing-allocations',
    meaning: 'times that talks need and have not taken: taken, unless somebody else has them',
    find: `with ${EXPECTED} ${MISSING}`,
    mend: `with ${EXPECTED}, taken as (insert into allocations (resource_kind, resource_id, during, talk_id)
      select kind, id, during, talk_id from (${MISSING}) missing on conflict do nothing returning id)
      select id from taken`,
  },
  {
    name: 'stale-holds',
    meaning: 'times held for a choice that nobody made: freed',
    find: `select id from allocations where ${STALE_HOLDS}`,
    mend: `with gone as (delete from allocations where ${STALE_HOLDS} returning id) select id from gone`,
  },
  {
    name: 'calendar-entries',
    meaning: 'calendar entries that differ from their talk: written anew',
    find: WRONG_ENTRIES,
    // the database writes the entries of every talk whose row is touched
    mend: `with touched as (update talks set state = state where id in (${WRONG_ENTRIES}) returning id)
      select id from touched`,
  },
  {
    name: 'forgotten-households',
    meaning: 'households that count as planned and have no talk: they wait again',
    find: `select h.id from households h where ${FORGOTTEN}`,
    mend: `with opened as (update households h set state = 'open', state_reason = null, version = version + 1
      where ${FORGOTTEN} returning id) select id from opened`,
  },
];
