// bookings over HTTP against pgbench with the statements of a booking (bench/support/booking.sql); needs pgbench
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { load, pace } from './support/load.mjs';
import { ownDatabase } from './support/race.mjs';
import { createRaceWorld, NOW, startOf } from './support/race-world.mjs';
import { byTurns } from './support/rounds.mjs';
import { closeConnections, startWebProcesses } from './support/web-processes.mjs';

const CLIENTS = 16;
/** As many rooms as clients: who waits for whom is what `race` measures. */
const SEATS = CLIENTS;
const WEEKS = 6;
/** 45 starts in each room, spread over the weeks: 120 talks in each, several times those of a canton. */
const PLACES = SEATS * 45;
/** What runs in a server has run before. */
const WARM_ROUNDS = 2;
const SQL = path.join(import.meta.dirname, 'support/booking.sql');

/** @returns rows of the table; bookings in a second, and times at a steady pace */
export default async function booking() {
  const stops = [];
  try {
    const url = await ownDatabase(stops);
    const client = new pg.Client(url);
    await client.connect();
    stops.push(() => client.end());
    const world = await createRaceWorld(client, PLACES, SEATS);
    const web = await startWebProcesses(1, {
      DATABASE_URL: url,
      NOW,
      SMTP_URL: 'smtp://127.0.0.1:9',
      SECRET_KEY: 'x'.repeat(32),
    });
    stops.push(web.stop);
    const everyPlace = () => placesOf(web.urls[0], world);
    for (let round = 0; round < WARM_ROUNDS; round += 1) {
      await load(everyPlace(), { clients: CLIENTS, seconds: 60 });
      await empty(client);
    }
    const found = await byTurns(
      async () => {
        await empty(client);
        return booked(await load(everyPlace(), { clients: CLIENTS, seconds: 60 }));
      },
      () => statements(url),
    );
    await empty(client);
    const steady = booked(await pace(everyPlace(), { perSecond: 50, seconds: 10 }));
    return [
      {
        ...{
          what: `bookings, ${CLIENTS} clients`,
          ours: found.ours,
          unit: 'bookings/s',
          yardstick: 'pgbench, same statements',
        },
        ...{ theirs: found.yardstick, ratio: found.ratio, spread: found.spread, goal: 'ratio >= 0.25' },
      },
      {
        what: `bookings at 50/s, ${steady.made} of 500 made`,
        p50: steady.p50,
        p95: steady.p95,
        unit: 'ms',
        goal: 'p95 <= 100',
      },
    ];
  } finally {
    closeConnections();
    for (const stop of stops.reverse()) await stop();
  }
}

/** Every household at a free place, once. */
function placesOf(url, { householdIds, rooms, caseworkers, token }) {
  let next = 0;
  return () => {
    if (next === PLACES) return undefined;
    const [seat, slot] = [next % SEATS, Math.floor(next / SEATS)];
    const startsAt = startOf(Math.floor(slot / WEEKS), slot % WEEKS);
    const body = {
      ...{ householdId: householdIds[next], startsAt, mode: 'onsite', language: 'en' },
      ...{ roomId: rooms[seat], caseworkerId: caseworkers[seat], interpreterId: null, interpreterMode: null },
    };
    next += 1;
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    return [`${url}/api/v1/talks`, { method: 'POST', headers, body }];
  };
}

/** Only bookings count; a machine that is busy with other things may answer 503. */
function booked(result) {
  const made = result.statuses[201] ?? 0;
  return { ...result, value: (result.value * made) / PLACES, made };
}

async function empty(client) {
  await client.query(`delete from talks`);
  await client.query(`delete from allocations`);
  await client.query(`update households set state = 'open'`);
  await client.query('vacuum analyze talks, allocations, households, notices');
}

async function statements(url) {
  const args = ['-n', '-M', 'prepared', '-f', SQL, '-c', String(CLIENTS), '-j', '2', '-T', '4', url];
  const { stdout } = await promisify(execFile)('pgbench', args);
  return { value: Number(/tps = ([\d.]+)/.exec(stdout)[1]) };
}
