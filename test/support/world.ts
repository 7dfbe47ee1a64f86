import { readFileSync } from 'node:fs';
import { saveContact } from '../../src/features/contacts/index.js';
import { exampleApprovals, OfficeTextsRepository } from '../../src/features/texts/index.js';
import type { Database } from '../../src/platform/database/database.js';
import { I18n } from '../../src/platform/i18n/i18n.js';

/** Rows for tests, put in by SQL: each function takes what matters to the test and fills in the rest. */
type Row = Record<string, unknown>;

/** Contact data as a test gives it; it is sealed on its way. */
type ContactRow = Readonly<Record<string, string | null | undefined>>;

let sequence = 0;
let i18n: I18n | undefined;

/** A number no other row of this test process has. */
function next(): number {
  sequence += 1;
  return sequence;
}

async function insert(database: Database, table: string, row: Row): Promise<number> {
  const columns = Object.keys(row);
  const [inserted] = await database.query<{ id: number }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
    Object.values(row),
  );
  return inserted!.id;
}

const LANGUAGES = [
  ['de', 'de-CH', 'Deutsch', 'Deutsch', 'Latn', 'ltr', true],
  ['en', 'en', 'English', 'Englisch', 'Latn', 'ltr', true],
  ['fr', 'fr-CH', 'français', 'Französisch', 'Latn', 'ltr', false],
  ['ar', 'ar', 'العربية', 'Arabisch', 'Arab', 'rtl', true],
  ['ta', 'ta', 'தமிழ்', 'Tamil', 'Taml', 'ltr', true],
  ['ti', 'ti', 'ትግርኛ', 'Tigrinya', 'Ethi', 'ltr', false],
  ['tr', 'tr', 'Türkçe', 'Türkisch', 'Latn', 'ltr', false],
] as const;

/** The languages that tests use; those that are there already stay as they are. */
export async function someLanguages(database: Database): Promise<void> {
  for (const language of LANGUAGES) {
    await database.query(
      `insert into languages (code, bcp47, endonym, german_name, script, direction, for_texts)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [...language],
    );
  }
}

/** The municipalities of the example file, as the product would know them. */
export async function blMunicipalities(database: Database): Promise<void> {
  const lines = readFileSync('data/municipalities-bl.csv', 'utf8').trim().split('\n').slice(1);
  const pairs = lines.map((line) => line.split(','));
  await database.query(
    `insert into municipalities (bfs_number, name, canton)
     select bfs, name, 'BL' from unnest($1::int[], $2::text[]) as x (bfs, name) on conflict do nothing`,
    [pairs.map(([bfs]) => Number(bfs)), pairs.map(([, name]) => name)],
  );
}

export async function anOffice(database: Database, row: Row = {}): Promise<number> {
  const id = await insert(database, 'offices', { slug: `office-${next()}`, canton: 'BL', ...row });
  await database.query(
    `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
     values ($1, '2000-01-01', 'Amt für Migration Musterland', '{Musterweg 1,9999 Musterstadt}', '+41 61 000 00 00',
             'Mo–Fr 8–12', 'amt@musterland.example')`,
    [id],
  );
  await approvedTexts(database, id, ['ar', 'ta']);
  return id;
}

/** The office has approved every shipped text of these languages. */
export async function approvedTexts(
  database: Database,
  officeId: number,
  languages: readonly string[],
): Promise<void> {
  i18n ??= I18n.load();
  const records = exampleApprovals(i18n, languages, new Date('2026-01-01T08:00:00Z'));
  await database.transaction((tx) => new OfficeTextsRepository(database).save(tx, officeId, records));
}

const WEEKDAYS = [1, 2, 3, 4, 5];

/** A site, open Monday to Friday 08:00–17:00 unless `hours` says otherwise. */
export async function aSite(
  database: Database,
  officeId: number,
  row: Row = {},
  hours: readonly (readonly [number, string, string])[] = WEEKDAYS.map((day) => [day, '08:00', '17:00']),
): Promise<number> {
  const number = next();
  const id = await insert(database, 'sites', {
    office_id: officeId,
    name: `Standort ${number}`,
    street: `Musterweg ${number}`,
    postcode: '9999',
    town: 'Musterstadt',
    ...row,
  });
  for (const [weekday, opens, closes] of hours) {
    await insert(database, 'site_hours', { site_id: id, weekday, opens, closes });
  }
  return id;
}

export function aRoom(database: Database, siteId: number, row: Row = {}): Promise<number> {
  return insert(database, 'rooms', {
    site_id: siteId,
    name: `Zimmer ${next()}`,
    floor: '1. Stock',
    seats: 8,
    step_free: true,
    video: true,
    ...row,
  });
}

/** A caseworker at one site, Monday to Friday 08:00–17:00, who speaks German unless `languages` says otherwise. */
export async function aCaseworker(
  database: Database,
  at: { readonly officeId: number; readonly siteId: number },
  row: Row = {},
  languages: Readonly<Record<string, number>> = { de: 3 },
): Promise<number> {
  const number = next();
  const id = await insert(database, 'caseworkers', {
    office_id: at.officeId,
    name: `Sachbearbeiterin ${number}`,
    email: `fall${number}@musterland.example`,
    max_talks_per_day: 20,
    ...row,
  });
  for (const [language, level] of Object.entries(languages)) {
    await insert(database, 'caseworker_languages', { caseworker_id: id, language, level });
  }
  for (const weekday of WEEKDAYS) {
    const hours = { caseworker_id: id, site_id: at.siteId, weekday, starts: '08:00', ends: '17:00' };
    await insert(database, 'caseworker_hours', hours);
  }
  return id;
}

/** An interpreter on the list of the office, Monday to Friday 08:00–18:00, sworn to secrecy. */
export async function anInterpreter(
  database: Database,
  officeId: number,
  row: Row = {},
  languages: Readonly<Record<string, number>> = { ti: 3 },
): Promise<number> {
  const number = next();
  await database.query(
    `insert into tariffs (code, name, hourly_rappen, minimum_minutes, step_minutes, travel_rappen,
                          remote_hourly_rappen, remote_minimum_minutes, remote_step_minutes, valid_from)
     values ('test', 'Testtarif', 8250, 60, 15, 4000, 8250, 30, 15, '2000-01-01') on conflict do nothing`,
  );
  const { email = `dolmetscherin${number}@example.org`, phone, ...facts } = row;
  const id = await insert(database, 'interpreters', {
    first_name: `Vorname${number}`,
    last_name: `Nachname${number}`,
    email: '',
    gender: 'f',
    max_talks_per_day: 20,
    max_talks_per_week: 80,
    secrecy_declared_on: '2020-01-01',
    tariff_code: 'test',
    ...facts,
  });
  await saveContact(database, 'interpreters', id, { email, phone } as ContactRow);
  await database.query(`insert into office_interpreters (office_id, interpreter_id) values ($1, $2)`, [
    officeId,
    id,
  ]);
  for (const [language, level] of Object.entries(languages)) {
    await insert(database, 'interpreter_languages', { interpreter_id: id, language, level });
  }
  for (const weekday of WEEKDAYS) {
    await insert(database, 'interpreter_hours', {
      interpreter_id: id,
      weekday,
      starts: '08:00',
      ends: '18:00',
    });
  }
  return id;
}

/** A household of one person with e-mail; `languages` are its languages with level, best first. */
export async function aHousehold(
  database: Database,
  officeId: number,
  row: Row = {},
  languages: Readonly<Record<string, number>> = { ti: 3 },
): Promise<number> {
  const number = next();
  const { street, postcode, town, ...facts } = row;
  const id = await insert(database, 'households', {
    office_id: officeId,
    reference: `H-${number}`,
    arrived_on: '2026-12-01',
    target_on: '2027-03-01',
    channel: 'email',
    letter_language: Object.keys(languages)[0] ?? 'de',
    ...facts,
  });
  await saveContact(database, 'households', id, { street, postcode, town } as ContactRow);
  await aPerson(database, { officeId, householdId: id }, { is_contact: true });
  for (const [index, [language, level]] of Object.entries(languages).entries()) {
    await insert(database, 'household_languages', { household_id: id, rank: index + 1, language, level });
  }
  return id;
}

export async function aPerson(
  database: Database,
  of: { readonly officeId: number; readonly householdId: number },
  row: Row = {},
): Promise<number> {
  const number = next();
  const { email = `person${number}@example.org`, phone = null, ...facts } = row;
  const id = await insert(database, 'persons', {
    household_id: of.householdId,
    office_id: of.officeId,
    first_name: `Person${number}`,
    last_name: `Muster${number}`,
    person_key: `key-${number}`,
    arrived_on: '2026-12-01',
    ...facts,
  });
  await saveContact(database, 'persons', id, { email, phone } as ContactRow);
  return id;
}

/** A small office: one site with two rooms, two caseworkers (German, one also English), a Tigrinya interpreter. */
export interface SmallWorld {
  readonly officeId: number;
  readonly siteId: number;
  readonly roomIds: readonly [number, number];
  readonly caseworkerIds: readonly [number, number];
  readonly interpreterId: number;
}

/**
 * Interpreters are booked directly, so that a talk is complete when it is booked; `policies` may say otherwise.
 * @param office columns of the office, such as `policies`
 */
export async function aSmallWorld(database: Database, office: Row = {}): Promise<SmallWorld> {
  await someLanguages(database);
  const policies = { interpreterBooking: 'direct', ...(office['policies'] as object | undefined) };
  const officeId = await anOffice(database, { ...office, policies });
  const siteId = await aSite(database, officeId);
  const at = { officeId, siteId };
  return {
    officeId,
    siteId,
    roomIds: [await aRoom(database, siteId), await aRoom(database, siteId)],
    caseworkerIds: [await aCaseworker(database, at), await aCaseworker(database, at, {}, { de: 3, en: 3 })],
    interpreterId: await anInterpreter(database, officeId),
  };
}
