import { createHash, randomBytes } from 'node:crypto';
import type { Cluster } from './cluster.js';

/** A Monday morning without holidays near; the clocks of all processes run on from there. */
export const MONDAY = Date.parse('2027-01-11T08:00:00Z');

/** Rooms and caseworkers come in pairs: each pair has a place each hour. */
const PAIRS = 12;
const FIRST_DAY = Date.parse('2027-01-25T00:00:00Z');
const HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15];
const DAY_MS = 86_400_000;

/** The office that the faults happen to. */
export interface World {
  readonly officeId: number;
  readonly token: string;
  readonly rooms: readonly number[];
  readonly caseworkers: readonly number[];
  readonly householdIds: readonly number[];
}

/** What `POST /talks` takes, without the household. */
export interface Choice {
  readonly startsAt: string;
  readonly mode: 'onsite';
  readonly roomId: number;
  readonly caseworkerId: number;
  readonly language: 'de';
}

/** The n-th of 3,240 places, none of which takes another's time: hour by hour, then pair by pair. */
export function placeNumber(world: World, number: number): Choice {
  const pair = number % PAIRS;
  const slot = Math.floor(number / PAIRS);
  const day = Math.floor(slot / HOURS.length);
  const starts =
    FIRST_DAY +
    (Math.floor(day / 5) * 7 + (day % 5)) * DAY_MS +
    (HOURS[slot % HOURS.length] ?? 7) * 3_600_000;
  return {
    startsAt: new Date(starts).toISOString(),
    mode: 'onsite',
    roomId: world.rooms[pair] ?? 0,
    caseworkerId: world.caseworkers[pair] ?? 0,
    language: 'de',
  };
}

/** Notices leave at once, at any hour and as many as there are, and nobody is reminded meanwhile. */
const POLICIES = {
  invitationsPerDay: 10_000,
  noticeHoldSeconds: 0,
  reminderDaysBefore: [],
  quietFrom: '00:00',
  quietUntil: '00:00',
  interpreterBooking: 'direct',
};

/** An office with places; its households come by import (`importHouseholds`). */
export async function createOffice(cluster: Cluster, database: string): Promise<Omit<World, 'householdIds'>> {
  const rows = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    cluster.query<Row>(database, sql, values);
  await rows(
    `insert into municipalities (bfs_number, name, canton) values (2829, 'Liestal', 'BL') on conflict do nothing`,
  );
  const [office] = await rows<{ id: number }>(
    `with office as (insert into offices (slug, canton, policies) values ('faults', 'BL', $1) returning id)
     insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
     select id, '2000-01-01', 'Amt für Migration Musterland', '{Musterweg 1,9999 Musterstadt}', '+41 61 555 00 00',
       'Mo–Fr 8–12', 'amt@musterland.example' from office returning office_id as id`,
    [POLICIES],
  );
  const officeId = office?.id ?? 0;
  const [site] = await rows<{ id: number }>(
    `with site as (insert into sites (office_id, name, street, postcode, town)
       values ($1, 'Musterstadt', 'Musterweg 1', '9999', 'Musterstadt') returning id)
     insert into site_hours (site_id, weekday, opens, closes)
     select id, day, '07:00', '19:00' from site, generate_series(1, 5) as day returning site_id as id`,
    [officeId],
  );
  const siteId = site?.id ?? 0;
  const rooms = await rows<{ id: number }>(
    `insert into rooms (site_id, name, seats) select $1, 'Zimmer ' || n, 8 from generate_series(1, $2::int) n returning id`,
    [siteId, PAIRS],
  );
  const caseworkers = await rows<{ id: number }>(
    `with made as (insert into caseworkers (office_id, name, email, max_talks_per_day)
       select $1, 'Person ' || n, n || '@musterland.example', 50 from generate_series(1, $3::int) n returning id),
     speaking as (insert into caseworker_languages (caseworker_id, language, level) select id, 'de', 3 from made),
     working as (insert into caseworker_hours (caseworker_id, site_id, weekday, starts, ends)
       select id, $2, day, '07:00', '19:00' from made, generate_series(1, 5) as day)
     select id from made`,
    [officeId, siteId, PAIRS],
  );
  return {
    officeId,
    rooms: rooms.map(({ id }) => id),
    caseworkers: caseworkers.map(({ id }) => id),
    token: await createToken(cluster, database, officeId),
  };
}

async function createToken(cluster: Cluster, database: string, officeId: number): Promise<string> {
  const token = `wt_${randomBytes(32).toString('base64url')}`;
  await cluster.query(
    database,
    `insert into api_tokens (office_id, token_hash, role, name, created_at) values ($1, $2, 'coordinator', 'faults', now())`,
    [officeId, createHash('sha256').update(token).digest()],
  );
  return token;
}

/** A register extract of so many German-speaking households, numbered from `first`, each with its own address. */
export function arrivalsOf(count: number, first = 1): string {
  const heading =
    'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Gemeinde;Zuzugsdatum;Register-Nr;Staatsangehörigkeit';
  const lines = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return `Muster${letters(number)};Person;01.02.1990;person${number}@post.example;Deutsch;Liestal;04.01.2027;F-${number};Italien`;
  });
  return [heading, ...lines, ''].join('\r\n');
}

/** Names of their own, so that nobody looks like somebody else. */
function letters(number: number): string {
  return number
    .toString(26)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}
