/** Half-open range to the minute, outwards, so that nothing that is taken looks free. */
const range = (during: string): string => `json_build_object(
  'from', to_char(lower(${during}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'),
  'to', to_char(date_trunc('minute', upper(${during}) + interval '59.999999 s') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'))`;

const list = (item: string, from: string): string =>
  `(select coalesce(json_agg(${item}), '[]') from ${from})`;

const week = (starts: string, ends: string): string =>
  `'day', weekday, 'from', left(${starts}::text, 5), 'to', left(${ends}::text, 5)`;

const busyTimes = (kind: number, id: string): string =>
  list(range('busy.during'), `busy where busy.kind = ${kind} and busy.id = ${id}`);

const SITES = `
select coalesce(json_agg(json_build_object('id', s.id::text, 'name', s.name,
  'weekly', ${list(`json_build_object(${week('opens', 'closes')})`, 'site_hours where site_id = s.id')},
  'closed', ${list(
    'day::text',
    `site_closings where site_id = s.id and closes_from is null
     and day between lower(w.during)::date - 1 and upper(w.during)::date + 1`,
  )})), '[]')
from open_site s, search_window w`;

const ROOMS = `
select coalesce(json_agg(json_build_object('id', r.id::text, 'site', r.site_id::text, 'name', r.name,
  'accessible', r.step_free, 'seats', r.seats, 'video', r.video, 'blocked', ${busyTimes(1, 'r.id')})), '[]')
from rooms r where r.active and r.site_id in (select id from open_site)`;

const CASEWORKERS = `
select coalesce(json_agg(json_build_object('id', c.id::text, 'name', c.name, 'maxPerDay', c.max_talks_per_day,
  'languages', ${list(
    'language',
    `caseworker_languages join languages on code = language and for_talks
     where caseworker_id = c.id and level >= $7`,
  )},
  'weekly', ${list(
    `json_build_object('site', site_id::text, ${week('starts', 'ends')})`,
    'caseworker_hours where caseworker_id = c.id and c.active and site_id in (select id from open_site)',
  )},
  'absent', ${busyTimes(2, 'c.id')})), '[]')
from caseworkers c
where c.office_id = $1 and (c.active or c.id in (select caseworker_id from placed_talk where office_id = $1))`;

const TARIFF = `
(select json_build_object('travel', travel_rappen,
   'onsite', case when hourly_rappen is not null then
     json_build_object('hourly', hourly_rappen, 'minMinutes', minimum_minutes, 'stepMinutes', step_minutes) end,
   'remote', case when remote_hourly_rappen is not null then
     json_build_object('hourly', remote_hourly_rappen, 'minMinutes', remote_minimum_minutes,
       'stepMinutes', remote_step_minutes) end)
 from (select * from tariffs where code = i.tariff_code and valid_from <= $5::timestamptz::date
        order by valid_from desc limit 1) newest
 where valid_until is null or valid_until >= $5::timestamptz::date)`;

const INTERPRETERS = `
select coalesce(json_agg(json_build_object('id', i.id::text, 'name', trim(i.first_name || ' ' || i.last_name),
  'gender', i.gender, 'onSite', i.on_site, 'byPhone', i.by_phone, 'byVideo', i.by_video, 'maxWait', i.wait_minutes,
  'transfer', i.transfer_minutes, 'maxPerDay', i.max_talks_per_day, 'maxPerWeek', i.max_talks_per_week,
  'secrecyFrom', i.secrecy_declared_on, 'secrecyUntil', i.secrecy_valid_until, 'tariff', ${TARIFF},
  'languages', ${list(
    `json_build_object('lang', language, 'level', level)`,
    `interpreter_languages
     join languages on code = language and for_talks where interpreter_id = i.id`,
  )},
  'weekly', ${list(
    `json_build_object(${week('starts', 'ends')})`,
    'interpreter_hours where interpreter_id = i.id',
  )},
  'extra', ${list(
    range('(e.during * w.during)'),
    'interpreter_extra_times e, search_window w where e.interpreter_id = i.id and e.during && w.during',
  )},
  'absent', ${busyTimes(3, 'i.id')})), '[]')
from interpreters i where i.id in (select id from needed_interpreter)`;

const HOUSEHOLDS = `
select coalesce(json_agg(json_build_object('id', h.id::text, 'arrived', h.arrived_on, 'due', h.target_on,
  'persons', (select count(*) from persons where household_id = h.id), 'wheelchair', h.step_free,
  'gender', h.interpreter_gender, 'genderHard', h.interpreter_gender_required,
  'remoteInterpreter', h.accepts_remote_interpreter,
  'languages', ${list(
    `json_build_object('lang', language, 'level', level) order by rank`,
    'household_languages where household_id = h.id',
  )},
  'unavailable', ${busyTimes(4, 'h.id')},
  'conflicts', ${list('interpreter_id::text', 'interpreter_exclusions where household_id = h.id')})), '[]')
from households h where h.office_id = $1 and h.id = any($2)`;

const TALKS = `
select coalesce(json_agg(json_build_object('id', t.id, 'household', t.household_id::text,
  'isOpen', t.state in ('planned', 'invited', 'confirmed', 'change-requested'), 'isOurs', t.office_id = $1,
  'minutes', t.minutes, 'buffer', t.buffer_minutes, 'mode', t.mode, 'site', t.site_id::text, 'room', t.room_id::text,
  'caseworker', t.caseworker_id::text, 'interpreter', n.id::text,
  'interpreterMode', case when n.id is not null then t.interpreter_mode end, 'language', t.language,
  'start', to_char(t.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'))), '[]')
from placed_talk t left join needed_interpreter n on n.id = t.interpreter_id`;

/**
 * The office's world around some households in one statement, so that it is of one moment. Parameters: 1 office,
 * 2 households, 3 and 4 the window, 5 now, 6 interpreters wanted whatever they speak, 7 least level of caseworkers.
 */
export const officeRowsSql = `
with search_window as (select tstzrange($3, $4, '[)') as during),
open_site as (select id, name from sites where office_id = $1 and active),
needed_interpreter as (
  select i.id from office_interpreters o join interpreters i on i.id = o.interpreter_id and i.active
   where o.office_id = $1 and (i.id = any($6::int[]) or exists (select from interpreter_languages l
     where l.interpreter_id = i.id and l.language in
       (select language from household_languages where household_id = any($2::int[]))))),
placed_talk as (
  select * from talks t
   where t.office_id = $1 and t.state <> 'cancelled' and t.starts_at >= $3 and t.starts_at < $4
  union all
  select * from talks_elsewhere($1, array(select id from needed_interpreter), $3, $4)),
busy as (
  select resource_kind as kind, resource_id as id, a.during * w.during as during
    from absences a, search_window w where a.during && w.during
  union all
  select resource_kind, resource_id, a.during * w.during from allocations a, search_window w
   where a.talk_id is null and a.during && w.during and (a.expires_at is null or a.expires_at > $5)
  union all
  select 3, f.interpreter_id, unnest(range_agg(b.during * w.during) - coalesce((select range_agg(own.during)
      from allocations own where own.resource_kind = 3 and own.resource_id = f.interpreter_id
        and own.talk_id is not null and own.during && w.during), '{}'))
    from busy_feeds f join busy_times b on b.feed_id = f.id, search_window w
   where f.interpreter_id in (select id from needed_interpreter) and b.during && w.during
   group by f.interpreter_id, w.during
  union all
  select 1, r.id, tstzrange((c.day + c.closes_from) at time zone o.time_zone,
      (c.day + c.closes_until) at time zone o.time_zone, '[)')
    from site_closings c join rooms r on r.site_id = c.site_id join offices o on o.id = $1, search_window w
   where c.site_id in (select id from open_site) and c.closes_from is not null
     and c.day between lower(w.during)::date - 1 and upper(w.during)::date + 1)
select json_build_object('sites', (${SITES}), 'rooms', (${ROOMS}), 'caseworkers', (${CASEWORKERS}),
  'interpreters', (${INTERPRETERS}), 'households', (${HOUSEHOLDS}), 'talks', (${TALKS})) as rows`;
