import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { allMigrations } from '../../dist/migrations/all-migrations.js';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/platform/database/migrate.js';
import { percentile } from './product.mjs';
import { createRaceWorld, NOW, startOf } from './race-world.mjs';
import { closeConnections, request, startWebProcesses } from './web-processes.mjs';

const PROCESSES = 2;

const TAKE_AWAY = {
  constraint: 'alter table allocations drop constraint allocations_no_overlap',
  // shadows PostgreSQL's own functions for every connection of this database
  locks: `create function public.pg_advisory_xact_lock(int, int) returns void language sql as 'select';
    create function public.pg_advisory_xact_lock_shared(int, int) returns void language sql as 'select';
    create function public.pg_try_advisory_xact_lock(int, int) returns boolean language sql as 'select true';
    do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`,
};

/**
 * So many rounds in which so many clients want one place at one moment, over HTTP from two web processes.
 * `databaseUrl` left out: an embedded PostgreSQL of its own; `directUrl`: the same database without its pooler.
 * `without`: safeties to take away first.
 */
export async function race({ rounds, clients, without, databaseUrl, directUrl }) {
  const stops = [];
  try {
    const url = databaseUrl ?? (await ownDatabase(stops));
    return await raceOn(url, { rounds, clients, without, directUrl }, stops);
  } finally {
    closeConnections();
    for (const stop of stops.reverse()) await stop();
  }
}

/** An embedded PostgreSQL with the product's schema; what must be stopped afterwards is added to `stops`. */
export async function ownDatabase(stops) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-race-'));
  fs.chmodSync(dataDir, 0o755);
  stops.push(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: 0,
    settings: [],
  });
  stops.push(() => server.stop());
  const admin = new pg.Client(server.url('postgres'));
  await admin.connect();
  await admin.query('create database race');
  await admin.end();
  await migrate(server.url('race'), allMigrations);
  return server.url('race');
}

async function raceOn(databaseUrl, { rounds, clients, without, directUrl = '' }, stops) {
  const client = new pg.Client(directUrl || databaseUrl);
  await client.connect();
  stops.push(() => client.end());
  const world = await createRaceWorld(client, clients);
  for (const safety of without) await client.query(TAKE_AWAY[safety]);
  const web = await startWebProcesses(PROCESSES, {
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: directUrl,
    NOW,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET_KEY: 'a secret key of the race, 32 characters',
  });
  stops.push(web.stop);
  await warmUp(web.urls, world);
  const before = await deadlocks(client);
  const seen = [];
  for (let round = 0; round < rounds; round += 1)
    seen.push(await oneRound(client, { round, world, urls: web.urls }));
  const live = await yardstick(web.urls, clients);
  const found = (await deadlocks(client)) - before;
  return { clients, processes: PROCESSES, without, ...summary(seen, { live, deadlocks: found }) };
}

/** Every fourth round: two rooms and two caseworkers wanted in all four combinations, so that two talks fit. */
async function oneRound(client, { round, world, urls }) {
  const isCrossed = round % 4 === 3;
  const startsAt = startOf(round);
  const answers = await Promise.all(
    world.householdIds.map((householdId, index) =>
      request(`${urls[index % urls.length]}/api/v1/talks`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.token}`, 'idempotency-key': randomUUID() },
        body: {
          householdId,
          startsAt,
          mode: 'onsite',
          ...(isCrossed ? crossed(world, index) : onePlace(world)),
        },
      }),
    ),
  );
  const seen = await whatIsStored(client);
  await client.query(`delete from talks`);
  await client.query(`delete from allocations`);
  await client.query(`update households set state = 'open'`);
  return { answers, ...seen, wanted: isCrossed ? 2 : 1 };
}

function onePlace({ rooms, caseworkers, interpreterId }) {
  return {
    roomId: rooms[0],
    caseworkerId: caseworkers[0],
    interpreterId,
    interpreterMode: 'onsite',
    language: 'ti',
  };
}

function crossed({ rooms, caseworkers }, index) {
  return {
    roomId: rooms[index % 2],
    caseworkerId: caseworkers[Math.floor(index / 2) % 2],
    interpreterId: null,
    interpreterMode: null,
    language: 'en',
  };
}

/** The database's own word on the round. */
async function whatIsStored(client) {
  const { rows } = await client.query(`
    select (select count(*)::int from talks) as talks,
      (select count(*)::int from allocations a join allocations b on a.resource_kind = b.resource_kind
         and a.resource_id = b.resource_id and a.during && b.during and a.id < b.id) as doubles,
      (select count(*)::int from notices where kind = 'invitation') as invitations`);
  return rows[0];
}

async function warmUp(urls, world) {
  for (const url of urls) {
    for (const householdId of world.householdIds.slice(0, 10)) {
      await request(`${url}/api/v1/slots?household=${householdId}&limit=1`, {
        headers: { authorization: `Bearer ${world.token}` },
      });
    }
  }
}

/** What the same crowd waits for an answer that needs nothing: the machine's own share of the figures. */
async function yardstick(urls, clients) {
  const times = [];
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: clients }, (_, index) => request(`${urls[index % urls.length]}/health/live`)),
    );
    times.push(...answers.map(({ ms }) => ms));
  }
  return times;
}

/** Deadlocks that the database has seen so far. */
export async function deadlocks(client) {
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const { rows } = await client.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return rows[0].deadlocks;
}

function summary(rounds, { live, deadlocks: found }) {
  const answers = rounds.flatMap((round) => round.answers);
  const statuses = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  const refusals = answers.filter(({ status }) => status === 409);
  const winners = ({ answers: all }) => all.filter(({ status }) => status === 201).length;
  const wrongRounds = rounds.filter(
    (round) =>
      winners(round) !== round.wanted || round.talks !== round.wanted || round.invitations !== round.wanted,
  ).length;
  const doubles = rounds.reduce((sum, round) => sum + round.doubles, 0);
  const strange = answers.filter(({ status }) => status !== 201 && status !== 409).length;
  return {
    rounds: rounds.length,
    statuses,
    wrongRounds,
    doubles,
    deadlocks: found,
    withAlternatives: refusals.filter(({ body }) => body.alternatives?.length > 0).length,
    refusalMs: spread(refusals.map(({ ms }) => ms)),
    liveMs: spread(live),
    isRight: wrongRounds === 0 && doubles === 0 && found === 0 && strange === 0,
  };
}

function spread(times) {
  return { p50: Math.round(percentile(times, 50)), p95: Math.round(percentile(times, 95)) };
}
