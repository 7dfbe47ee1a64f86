import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotInject, type Fault, promised } from '../fault.js';
import type { Bench } from '../harness/bench.js';
import { Cluster, ownFolder } from '../harness/cluster.js';
import { type Installation, newKey, secondsUntil } from '../harness/installation.js';
import { type Answer, book, get, post, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { placeNumber } from '../harness/world.js';

/** One attempt at each of so many bookings, all at once, and how long answers took after the trouble was over. */
async function duringTrouble(
  bench: Bench,
  trouble: {
    readonly begin: (installation: Installation) => Promise<() => Promise<unknown>>;
    readonly requests?: number;
  },
): Promise<{ readonly installation: Installation; readonly answers: Answer[]; readonly seen: string }> {
  const installation = await bench.open();
  const web = await installation.startWeb();
  const before = await book(installation, { count: 3 });
  const end = await trouble.begin(installation);
  const { world } = installation;
  const url = `${web.url.replace('localhost', '127.0.0.1')}/api/v1/talks`;
  const answers = await Promise.all(
    Array.from({ length: trouble.requests ?? 10 }, (_, index) =>
      post(
        url,
        { householdId: world.householdIds[10 + index], ...placeNumber(world, 10 + index) },
        { token: world.token, key: newKey() },
      ),
    ),
  );
  const strange = answers.find(({ status }) => status !== 503 && status !== 201);
  promised(strange === undefined, `answers: ${statuses(answers)} ${strange?.body}`);
  await end();
  const began = performance.now();
  const after = await book(installation, { count: 5, first: 100 });
  const seconds = ((after.answers.find(({ status }) => status === 201)?.at ?? Infinity) - began) / 1000;
  promised(
    seconds <= 10,
    `the first booking after it took ${seconds.toFixed(1)} s: ${statuses(after.answers)}`,
  );
  await installation.startWorker();
  await allSent(installation);
  const slowest = Math.max(...answers.map(({ ms }) => ms)) / 1000;
  const seen = await examine(installation, { booked: [...before.booked, ...after.booked] });
  return {
    installation,
    answers,
    seen: `${statuses(answers)}, slowest ${slowest.toFixed(1)} s; next booking ${seconds.toFixed(1)} s after; ${seen}`,
  };
}

/** A connection that does something and keeps it. */
async function holder(installation: Installation, sql: string): Promise<() => Promise<void>> {
  const client = new pg.Client(installation.cluster.url(installation.database));
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sql);
  return () => client.end();
}

export const connectionsHeld: Fault = {
  number: 15,
  name: 'no connection is free: 60 requests, all of which wait for a lock',
  promise: 'refused with 503, health says so, bookings again within 10 s',
  run: async (bench) =>
    (
      await duringTrouble(bench, {
        begin: (installation) =>
          holder(installation, 'begin; lock table households in access exclusive mode'),
        requests: 60,
      })
    ).seen,
};

export const longLock: Fault = {
  number: 16,
  name: 'another program holds the table of talks (ACCESS EXCLUSIVE)',
  promise: 'no pile-up: 503, and bookings at once afterwards',
  run: async (bench) =>
    (
      await duringTrouble(bench, {
        begin: (installation) => holder(installation, 'begin; lock table talks in access exclusive mode'),
      })
    ).seen,
};

export const slowStatement: Fault = {
  number: 17,
  name: 'a statement of every booking takes a minute',
  promise: 'cancelled after 15 s and answered with 503',
  run: async (bench) => {
    const { answers, seen } = await duringTrouble(bench, {
      begin: async (installation) => {
        await installation.query(`create function slow() returns trigger language plpgsql as
          $$ begin perform pg_sleep(60); return new; end $$`);
        await installation.query(
          'create trigger slow before insert on talks for each row execute function slow()',
        );
        return () => installation.query('drop trigger slow on talks');
      },
      requests: 3,
    });
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    promised(slowest < 25_000, `the slowest answer took ${slowest} ms`);
    return seen;
  },
};

export const tooManyConnections: Fault = {
  number: 58,
  name: 'PostgreSQL refuses connections',
  promise: '503, and bookings again when it takes them',
  run: async (bench) =>
    (
      await duringTrouble(bench, {
        begin: async ({ cluster, database, lines }) => {
          await cluster.query('postgres', `alter database ${database} with allow_connections false`);
          lines.postgres.cutAll();
          return () => cluster.query('postgres', `alter database ${database} with allow_connections true`);
        },
      })
    ).seen,
};

export const readOnly: Fault = {
  number: 52,
  name: 'PostgreSQL takes no writes (a standby, read-only)',
  promise: '503 for bookings, lists are shown, bookings again afterwards',
  run: async (bench) => {
    const { seen } = await duringTrouble(bench, {
      begin: async (installation) => {
        const { cluster, database, lines, webs } = installation;
        const set = (value: string): Promise<unknown> =>
          cluster.query(
            'postgres',
            `alter database ${database} set default_transaction_read_only = ${value}`,
          );
        await set('on');
        lines.postgres.cutAll();
        await sleep(200);
        const list = await installation.api(webs[0]).get('talks');
        promised(list.status === 200, `the list of talks is answered with ${list.status}`);
        return async () => {
          await set('off');
          lines.postgres.cutAll();
        };
      },
    });
    return seen;
  },
};

export const deadlock: Fault = {
  number: 56,
  name: 'deadlocks and serialisation failures (40P01, 40001) at every second booking',
  promise: 'tried again by the product: the caller sees none',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    await installation.query('create sequence unlucky');
    await installation.query(`create function unlucky() returns trigger language plpgsql security definer as $$ begin
      case nextval('unlucky') % 4 when 0 then raise sqlstate '40P01'; when 2 then raise sqlstate '40001'; else null; end case;
      return new; end $$`);
    await installation.query(
      'create trigger unlucky before insert on talks for each row execute function unlucky()',
    );
    const load = await book(installation, { count: 20, clients: 1 });
    promised(
      load.answers.every(({ status }) => status === 201),
      statuses(load.answers),
    );
    await installation.startWorker();
    await allSent(installation);
    return `${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};

export const diskFull: Fault = {
  number: 18,
  name: 'the disk of PostgreSQL is full',
  promise: '503 for bookings, lists are shown; bookings again when there is room, without repair',
  run: async (bench) => {
    const folder = ownFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', folder]).status !== 0)
      throw new CannotInject('this account may not mount a small file system');
    const small = new Cluster(folder, ['min_wal_size=32MB', 'max_wal_size=48MB', 'wal_recycle=off']);
    try {
      await small.start();
      return await fillUp(bench, small, folder);
    } finally {
      await small.stop('SIGQUIT');
      spawnSync('umount', [folder]);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function fillUp(bench: Bench, small: Cluster, folder: string): Promise<string> {
  const installation = await bench.openOn(small);
  const web = await installation.startWeb();
  const before = await book(installation, { count: 5 });
  const filler = `${folder}/filler`;
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']);
  const { world } = installation;
  const url = web.url.replace('localhost', '127.0.0.1');
  const answers: Answer[] = [];
  for (let index = 10; index < 150 && !answers.some(({ status }) => status === 503); index += 1)
    answers.push(
      await post(
        `${url}/api/v1/talks`,
        { householdId: world.householdIds[index], ...placeNumber(world, index) },
        {
          token: world.token,
          key: newKey(),
        },
      ),
    );
  const strange = answers.find(({ status }) => status !== 503 && status !== 201);
  promised(strange === undefined, `answers: ${statuses(answers)} ${strange?.body}`);
  promised(
    answers.some(({ status }) => status === 503),
    'the disk did not get full',
  );
  fs.rmSync(filler);
  // the server itself may have stopped for want of disk; a supervisor starts it again
  await small.start();
  const seconds = await secondsUntil(async () => (await get(`${url}/health/ready`)).status === 200, 30);
  const after = await book(installation, { count: 5, first: 160 });
  promised(after.lost === 0, `bookings with room again: ${statuses(after.answers)}`);
  await installation.startWorker();
  await allSent(installation);
  const seen = await examine(installation, { booked: [...before.booked, ...after.booked] });
  return `${statuses(answers)}; ready ${seconds.toFixed(1)} s after there was room; ${seen}`;
}
