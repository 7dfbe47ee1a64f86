import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Talks for a week in which nothing takes place yet: five days, four rooms, ten starts. */
const FILL = `
with waiting as (
  select h.id, h.office_id, row_number() over (order by h.id) - 1 as place from households h
  where not exists (select from talks t where t.household_id = h.id and t.state in ('planned', 'invited', 'confirmed'))
  limit 200
), rooms as (select id, site_id, row_number() over (order by id) - 1 as place from rooms limit 4),
people as (select id, row_number() over (order by id) - 1 as place from caseworkers limit 4)
insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id, caseworker_id,
  language, provision, state, created_by)
select w.office_id, w.id,
  ($1::date + (w.place / 40)::int + time '07:30' + (w.place / 4 % 10)::int * interval '1 hour') at time zone 'Europe/Zurich',
  45, 15, r.site_id, r.id, p.id, 'de', 'german', case w.place % 3 when 0 then 'invited' else 'confirmed' end, 'system'
from waiting w join rooms r on r.place = w.place % 4 join people p on p.place = w.place % 4`;

/** Puts 200 talks into the week of a Monday, straight into the product's embedded database. */
export async function fillWeek(folder, port, monday) {
  const password = fs.readFileSync(path.join(folder, 'postgres.password'), 'utf8').trim();
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/welcome_talks`);
  await client.connect();
  try {
    const { rowCount } = await client.query(FILL, [monday]);
    if (rowCount !== 200) throw new Error(`Only ${rowCount} of 200 talks found a place.`);
  } finally {
    await client.end();
  }
}
