import type { Tx } from '../../platform/database/database.js';
import { saveContact } from '../contacts/index.js';
import { namesFor } from './names.js';
import type { ExamplePlaces } from './places.js';
import type { Choices } from './random.js';
import { createTariffs, tariffFor } from './tariffs.js';

/** Six caseworkers who together speak the twelve languages (level 3 = native, 2 = good). */
const CASEWORKERS = [
  { name: 'Anna Keller', languages: { de: 3, en: 3, fr: 2 }, days: [1, 2, 3, 4, 5], site: 0 },
  { name: 'Besa Gashi', languages: { sq: 3, de: 3, sr: 2, it: 2 }, days: [1, 2, 4, 5], site: 0 },
  { name: 'Carla Moreira', languages: { pt: 3, es: 3, de: 3, en: 2 }, days: [1, 2, 3, 4], site: 0 },
  { name: 'Deniz Aydın', languages: { tr: 3, de: 3, en: 2 }, days: [1, 3, 5], site: 0 },
  { name: 'Elena Sokolova', languages: { ru: 3, de: 3, fr: 2, en: 2 }, days: [2, 3, 4], site: 1 },
  { name: 'Farid Haddad', languages: { ar: 3, fr: 3, de: 3, ta: 2 }, days: [1, 2, 3, 4, 5], site: 1 },
];

export interface ExampleCaseworker {
  readonly id: number;
  readonly name: string;
  readonly languages: readonly string[];
  readonly siteId: number;
}

export async function createCaseworkers(tx: Tx, places: ExamplePlaces): Promise<ExampleCaseworker[]> {
  const created: ExampleCaseworker[] = [];
  for (const person of CASEWORKERS) {
    const siteId = places.sites[person.site]?.id ?? 0;
    const [row] = await tx.query<{ id: number }[]>(
      `insert into caseworkers (office_id, name, email) values ($1, $2, $3) returning id`,
      [places.officeId, person.name, `${plain(person.name)}@musterland.example`],
    );
    if (!row) throw new Error(`The caseworker ${person.name} was not created.`);
    for (const [language, level] of Object.entries(person.languages)) {
      await tx.query(`insert into caseworker_languages values ($1, $2, $3)`, [row.id, language, level]);
    }
    await tx.query(
      `insert into caseworker_hours (caseworker_id, site_id, weekday, starts, ends)
       select $1, $2, weekday, hours.starts::time, hours.ends::time
         from unnest($3::int[]) weekday, (values ('08:00', '12:00'), ('13:00', '17:30')) hours (starts, ends)`,
      [row.id, siteId, person.days],
    );
    created.push({ id: row.id, name: person.name, languages: Object.keys(person.languages), siteId });
  }
  return created;
}

/** 45 interpreters by first language: a few languages with several, a long tail with exactly one. */
const INTERPRETERS_BY_LANGUAGE: Readonly<Record<string, number>> = {
  ar: 5,
  tr: 4,
  sq: 4,
  ti: 3,
  fa: 3,
  ta: 3,
  pt: 2,
  es: 2,
  sr: 3,
  ru: 2,
  uk: 2,
  it: 1,
  en: 1,
  fr: 1,
  ku: 2,
  so: 1,
  pl: 1,
  zh: 1,
  th: 1,
  hu: 1,
  vi: 1,
  am: 1,
};

/** Languages an interpreter often has beside the first one. */
const SECOND_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'fr',
  tr: 'ku',
  ti: 'am',
  uk: 'ru',
  pt: 'es',
  sq: 'it',
};

export async function createInterpreters(
  tx: Tx,
  officeId: number,
  choices: Choices,
  today: string,
): Promise<void> {
  await createTariffs(tx, officeId);
  for (const [language, count] of Object.entries(INTERPRETERS_BY_LANGUAGE)) {
    for (let number = 0; number < count; number += 1) {
      await createInterpreter(tx, { officeId, language, number, today }, choices);
    }
  }
}

interface InterpreterWish {
  readonly officeId: number;
  readonly language: string;
  readonly number: number;
  readonly today: string;
}

async function createInterpreter(tx: Tx, wish: InterpreterWish, choices: Choices): Promise<void> {
  const names = namesFor(wish.language);
  const index = (wish.number * 2 + 1) % names.first.length;
  const first = names.first[index] ?? 'Muster';
  const last = choices.pick(names.last);
  // one of the pool has not yet signed the secrecy declaration: never offered, shown with the reason
  const declared = wish.language === 'ar' && wish.number === 4 ? null : '2024-02-01';
  const contact = {
    email: `${plain(`${first} ${last}`)}.${wish.language}${wish.number + 1}@dolmetschen.example`,
    phone: `079 555 ${choices.between(10, 99)} ${choices.between(10, 99)}`,
  };
  const [row] = await tx.query<{ id: number }[]>(
    `insert into interpreters (first_name, last_name, email, gender, on_site, by_phone, by_video,
       secrecy_declared_on, tariff_code)
     values ($1, $2, '', $3, $4, $5, $6, $7, $8) returning id`,
    [
      first,
      last,
      index % 2 === 0 ? 'f' : 'm',
      wish.language !== 'vi',
      choices.share() < 0.6 || wish.language === 'vi',
      choices.share() < 0.4,
      declared,
      tariffFor(wish.language),
    ],
  );
  if (!row) throw new Error('An interpreter was not created.');
  await saveContact(tx, 'interpreters', row.id, contact);
  await tx.query(`insert into office_interpreters (office_id, interpreter_id, tier) values ($1, $2, $3)`, [
    wish.officeId,
    row.id,
    wish.number === 0 ? 1 : 2,
  ]);
  await addInterpreterLanguages(tx, row.id, wish, choices);
  await addInterpreterHours(tx, row.id, wish, choices);
}

async function addInterpreterLanguages(
  tx: Tx,
  id: number,
  wish: InterpreterWish,
  choices: Choices,
): Promise<void> {
  const qualification = choices.share() < 0.55 ? 'Zertifikat INTERPRET' : null;
  await tx.query(
    `insert into interpreter_languages (interpreter_id, language, level, qualification) values ($1, $2, $3, $4)`,
    [id, wish.language, choices.share() < 0.7 ? 3 : 2, qualification],
  );
  const second = SECOND_LANGUAGE[wish.language];
  if (second !== undefined && wish.number % 2 === 1) {
    await tx.query(`insert into interpreter_languages (interpreter_id, language, level) values ($1, $2, 2)`, [
      id,
      second,
    ]);
  }
}

async function addInterpreterHours(
  tx: Tx,
  id: number,
  wish: InterpreterWish,
  choices: Choices,
): Promise<void> {
  const days = [1, 2, 3, 4, 5].filter(() => choices.share() < 0.55);
  if (days.length === 0) days.push(choices.between(1, 5));
  for (const day of days) {
    const [from, until] = choices.pick([
      ['08:00', '12:00'],
      ['13:00', '18:00'],
      ['08:00', '18:00'],
    ]);
    await tx.query(
      `insert into interpreter_hours (interpreter_id, weekday, starts, ends) values ($1, $2, $3, $4)`,
      [id, day, from, until],
    );
  }
  if (choices.share() < 0.2) {
    await tx.query(
      `insert into absences (resource_kind, resource_id, during, reason)
       select 3, $1, tstzrange(d::timestamptz, d::timestamptz + interval '7 days', '[)'), 'Ferien'
         from (select $2::date + $3::int as d) day`,
      [id, wish.today, choices.between(20, 50)],
    );
  }
}

/** The part of an e-mail address before the @: no accents, dots for spaces. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
}
