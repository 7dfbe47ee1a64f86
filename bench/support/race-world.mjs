import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openContactKeys, saveContact } from '../../dist/features/contacts/index.js';
import { KeyFile } from '../../dist/platform/secrets/key-file.js';

/** One place that everybody wants: the first Monday that keeps two weeks' notice after `NOW`. */
export const NOW = '2027-01-11T08:00:00Z';
const FIRST_DAY = '2027-01-25';
const DAYS = 5;
const HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15];

/** The start of a round: another hour of one week each time, the first unless another is named. */
export function startOf(round, week = 0) {
  const slot = round % (DAYS * HOURS.length);
  const day = new Date(`${FIRST_DAY}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + (slot % DAYS) + 7 * week);
  day.setUTCHours(HOURS[Math.floor(slot / DAYS)]);
  return day.toISOString();
}

const WEEK = `generate_series(1, 5) as day`;

/** What the race writes is sealed by keys that its web processes have too (web-processes.mjs). */
async function sealWithOwnKeys({ user, password, host, port, database }) {
  process.env.CONTACT_KEYS_FILE ??= path.join(
    fs.mkdtempSync(path.join(os.tmpdir(), 'race-keys-')),
    'keys.json',
  );
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
  await openContactKeys(url, new KeyFile(process.env.CONTACT_KEYS_FILE));
}

/** An office with so many rooms and caseworkers (`seats`), one interpreter and so many waiting households. */
export async function createRaceWorld(client, households, seats = 2) {
  await sealWithOwnKeys(client);
  const one = async (sql, values = []) => (await client.query(sql, values)).rows[0].id;
  const officeId = await one(
    `insert into offices (slug, canton, policies) values ('race', 'BL', '{"interpreterBooking":"direct"}') returning id`,
  );
  await client.query(
    `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
     values ($1, '2000-01-01', 'Amt', '{Weg 1}', '061', '8–12', 'amt@example.org')`,
    [officeId],
  );
  const siteId = await one(
    `insert into sites (office_id, name, street, postcode, town) values ($1, 'Ort', 'Weg 1', '9999', 'Ort') returning id`,
    [officeId],
  );
  await client.query(
    `insert into site_hours (site_id, weekday, opens, closes) select $1, day, '07:00', '19:00' from ${WEEK}`,
    [siteId],
  );
  const rooms = [];
  const caseworkers = [];
  for (let seat = 1; seat <= seats; seat += 1) {
    const name = `Platz ${seat}`;
    rooms.push(
      await one(`insert into rooms (site_id, name, seats) values ($1, $2, 8) returning id`, [siteId, name]),
    );
    caseworkers.push(await createCaseworker(client, one, { officeId, siteId, name }));
  }
  const interpreterId = await createInterpreter(client, one, officeId);
  const householdIds = [];
  for (let number = 0; number < households; number += 1) {
    householdIds.push(await createHousehold(client, one, { officeId, number }));
  }
  return {
    officeId,
    rooms,
    caseworkers,
    interpreterId,
    householdIds,
    token: await createToken(client, officeId),
  };
}

async function createCaseworker(client, one, { officeId, siteId, name }) {
  const id = await one(
    `insert into caseworkers (office_id, name, email, max_talks_per_day) values ($1, $2, $2, 50) returning id`,
    [officeId, name],
  );
  await client.query(`insert into caseworker_languages values ($1, 'de', 3), ($1, 'en', 3)`, [id]);
  await client.query(
    `insert into caseworker_hours (caseworker_id, site_id, weekday, starts, ends)
     select $1, $2, day, '07:00', '19:00' from ${WEEK}`,
    [id, siteId],
  );
  return id;
}

async function createInterpreter(client, one, officeId) {
  await client.query(
    `insert into tariffs (code, name, hourly_rappen, minimum_minutes, step_minutes, travel_rappen,
       remote_hourly_rappen, remote_minimum_minutes, remote_step_minutes, valid_from)
     values ('race', 'race', 9000, 60, 15, 3000, 9000, 30, 15, '2000-01-01')`,
  );
  const id = await one(
    `insert into interpreters (first_name, last_name, email, max_talks_per_day, max_talks_per_week,
       secrecy_declared_on, tariff_code) values ('A', 'B', '', 50, 200, '2000-01-01', 'race') returning id`,
  );
  await saveContact(client, 'interpreters', id, { email: 'ab@example.org' });
  await client.query('insert into office_interpreters (office_id, interpreter_id) values ($1, $2)', [
    officeId,
    id,
  ]);
  await client.query(
    `insert into interpreter_languages (interpreter_id, language, level) values ($1, 'ti', 3)`,
    [id],
  );
  await client.query(
    `insert into interpreter_hours (interpreter_id, weekday, starts, ends) select $1, day, '07:00', '19:00' from ${WEEK}`,
    [id],
  );
  return id;
}

async function createHousehold(client, one, { officeId, number }) {
  const id = await one(
    `insert into households (office_id, reference, arrived_on, target_on, channel, letter_language)
     values ($1, $2, '2026-12-01', '2027-03-01', 'email', 'en') returning id`,
    [officeId, `R-${number}`],
  );
  const person = await one(
    `insert into persons (household_id, office_id, is_contact, first_name, last_name, person_key, arrived_on)
     values ($1, $2, true, 'A', $3, $3, '2026-12-01') returning id`,
    [id, officeId, `B${number}`],
  );
  await saveContact(client, 'persons', person, { email: 'a@example.org' });
  await client.query(
    `insert into household_languages (household_id, rank, language) values ($1, 1, 'ti'), ($1, 2, 'en')`,
    [id],
  );
  return id;
}

async function createToken(client, officeId) {
  const token = `wt_${randomBytes(32).toString('base64url')}`;
  await client.query(
    `insert into api_tokens (office_id, token_hash, role, name, created_at) values ($1, $2, 'coordinator', 'race', now())`,
    [officeId, createHash('sha256').update(token).digest()],
  );
  return token;
}
