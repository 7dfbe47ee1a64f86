import type { TalkChoice } from '../../src/features/talks/index.js';
import type { Database } from '../../src/platform/database/database.js';
import type { SmallWorld } from './world.js';

/** Monday, 25 January 2027, 10:00 in Zürich: the first day that keeps two weeks' notice after `MONDAY`. */
export const TEN = '2027-01-25T09:00:00.000Z';

/** `TEN` and so many minutes. */
export function after(minutes: number): string {
  return new Date(Date.parse(TEN) + minutes * 60_000).toISOString();
}

/** A place for a Tigrinya-speaking household in the small world: first room, first caseworker, the interpreter. */
export function aChoice(world: SmallWorld, change: Partial<TalkChoice> = {}): TalkChoice {
  return {
    startsAt: TEN,
    mode: 'onsite',
    roomId: world.roomIds[0],
    caseworkerId: world.caseworkerIds[0],
    interpreterId: world.interpreterId,
    interpreterMode: 'onsite',
    language: 'ti',
    ...change,
  };
}

/** A place that needs no interpreter: the second caseworker and room, in English. */
export function anEnglishChoice(world: SmallWorld, change: Partial<TalkChoice> = {}): TalkChoice {
  return aChoice(world, {
    roomId: world.roomIds[1],
    caseworkerId: world.caseworkerIds[1],
    interpreterId: null,
    interpreterMode: null,
    language: 'en',
    ...change,
  });
}

/** Pairs of allocations of one resource that overlap; the constraint should make that impossible. */
export function doubleBookings(database: Database): Promise<unknown[]> {
  return database.query(
    `select a.id, b.id from allocations a join allocations b
       on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.during && b.during and a.id < b.id`,
  );
}

/** What a talk takes, as `kind:id from–to` with local wall-clock times, sorted. */
export async function allocationsOf(database: Database, talkId: string): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select resource_kind || ':' || resource_id || ' ' || to_char(lower(during) at time zone 'Europe/Zurich', 'HH24:MI')
            || '–' || to_char(upper(during) at time zone 'Europe/Zurich', 'HH24:MI') as line
       from allocations where talk_id = $1 order by resource_kind, resource_id`,
    [talkId],
  );
  return rows.map((row) => row.line);
}

/** Notices of a talk as `kind r<revision> state`, oldest first. */
export async function noticesOf(database: Database, talkId: string): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select kind || ' r' || revision || ' ' || state as line from notices where talk_id = $1 order by created_at, id`,
    [talkId],
  );
  return rows.map((row) => row.line);
}

export async function householdState(database: Database, householdId: number): Promise<string | undefined> {
  const [row] = await database.query<{ state: string }>('select state from households where id = $1', [
    householdId,
  ]);
  return row?.state;
}

/** How many rows each table has that a booking writes. */
export async function bookingRows(database: Database): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    `select (select count(*)::int from talks) as talks, (select count(*)::int from allocations) as allocations,
            (select count(*)::int from notices) as notices, (select count(*)::int from links) as links,
            (select count(*)::int from audit_entries) as audit`,
  );
  return row ?? {};
}
