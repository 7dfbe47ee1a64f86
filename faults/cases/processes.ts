import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../harness/cluster.js';
import { CannotInject, type Fault, promised } from '../fault.js';
import { command, importArrivals } from '../harness/bench.js';
import { ownFolder } from '../harness/cluster.js';
import { startBalancer } from '../harness/balancer.js';
import { newKey, secondsUntil } from '../harness/installation.js';
import { type Answer, book, get, percentile, post, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { arrivalsOf, placeNumber } from '../harness/world.js';
import { SECRETS } from '../harness/secrets.js';
import type { Product } from '../../test/support/product.js';

const address = ({ url }: Product): string => url.replace('localhost', '127.0.0.1');
const MAIN = path.resolve(import.meta.dirname, '../../dist/main.js');

export const gracefulStop: Fault = {
  number: 8,
  name: 'web and worker processes stopped (SIGTERM) one after the other under load, others take over',
  promise: 'no request fails, nothing is left claimed, each ends within 20 s',
  run: async (bench) => {
    const installation = await bench.open();
    const first = await installation.startWeb();
    const worker = await installation.startWorker();
    const balancer = await startBalancer([address(first)]);
    installation.closers.push(balancer.stop);
    let stopped: Promise<number[]> | undefined;
    const stopAll = async (): Promise<number[]> => {
      const second = await installation.startWeb();
      balancer.setTargets([address(first), address(second)]);
      await installation.startWorker();
      await sleep(1_000);
      const seconds: number[] = [];
      for (const process of [first, worker]) {
        const began = performance.now();
        const code = await process.stop('SIGTERM');
        promised(code === 0, `ended with ${code}`);
        seconds.push((performance.now() - began) / 1000);
      }
      return seconds;
    };
    const load = await book(installation, {
      count: 100,
      clients: 4,
      perSecond: 10,
      urls: [balancer.url],
      onBooked: (count) => {
        if (count === 10) stopped = stopAll();
      },
    });
    const seconds = (await stopped) ?? [];
    promised(
      load.answers.every(({ status }) => status === 201),
      `answers: ${statuses(load.answers)} ${load.answers.find(({ status }) => status !== 201)?.body}`,
    );
    promised(
      seconds.every((one) => one <= 20),
      `the stops took ${seconds.join(' and ')} s`,
    );
    await allSent(installation);
    return `${statuses(load.answers)}; stops ${seconds.map((one) => one.toFixed(1)).join(' and ')} s; ${await examine(installation, load)}`;
  },
};

export const logDiskFull: Fault = {
  number: 19,
  name: 'the disk of the log is full',
  promise: 'keeps serving',
  run: async (bench) => {
    const folder = ownFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0)
      throw new CannotInject('this account may not mount a small file system');
    const installation = await bench.open({ LOG_LEVEL: 'debug' });
    installation.closers.push(() => {
      spawnSync('umount', ['-l', folder]);
      return Promise.resolve();
    });
    const port = '38471';
    const log = fs.openSync(`${folder}/log`, 'a');
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], ...installation.settingsOf({ ROLE: 'all', PORT: port }) },
      stdio: ['ignore', log, log],
    });
    installation.closers.push(() => {
      child.kill('SIGKILL');
      return Promise.resolve();
    });
    const url = `http://127.0.0.1:${port}`;
    await secondsUntil(async () => (await get(`${url}/health/ready`)).status === 200, 60);
    spawnSync('dd', ['if=/dev/zero', `of=${folder}/filler`, 'bs=1k']);
    const load = await book(installation, { count: 20, urls: [url] });
    promised(
      child.exitCode === null && child.signalCode === null,
      `the process ended with ${child.exitCode}`,
    );
    promised(
      load.answers.every(({ status }) => status === 201),
      statuses(load.answers),
    );
    await allSent(installation);
    return `${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};

export const loopBlocked: Fault = {
  number: 37,
  name: 'event loop of a worker blocked in the middle of a mail for 25 s, longer than its lease',
  promise: 'another worker takes over; the late end changes nothing',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    const folder = ownFolder();
    const block = path.resolve(import.meta.dirname, '../harness/block-loop.mjs');
    await installation.startWorker({
      NODE_OPTIONS: `--import=${block}`,
      BLOCK_WHEN: `${folder}/block`,
      BLOCK_SECONDS: '25',
    });
    let isReached = false;
    installation.far.setScript({
      rcpt: async () => {
        if (isReached) return undefined;
        isReached = true;
        fs.writeFileSync(`${folder}/block`, '');
        await sleep(1_000);
        return undefined;
      },
    });
    const load = await book(installation, { count: 5 });
    await installation.startWorker();
    const seconds = await allSent(installation, 75);
    await sleep(Math.max(0, 26_000 - seconds * 1000));
    fs.rmSync(folder, { recursive: true });
    return `all sent after ${seconds.toFixed(1)} s; ${await examine(installation, load)}`;
  },
};

export const outOfMemory: Fault = {
  number: 41,
  name: 'web process dies for want of memory (heap of 90 MB) and is started again',
  promise: 'nothing lost, nothing double',
  run: async (bench) => {
    const installation = await bench.open();
    const port = '38472';
    const first = await installation.startWeb({ PORT: port, NODE_OPTIONS: '--max-old-space-size=90' });
    await installation.startWorker();
    const url = address(first);
    let deaths = 0;
    const restarted = (async () => {
      const died = await secondsUntil(() => !isAlive(first.pid), 40);
      if (died < Infinity) deaths = 1;
      else await first.kill();
      await installation.startWeb({ PORT: port });
    })();
    const { token } = installation.world;
    const heavy = Promise.all(
      Array.from({ length: 40 }, () =>
        importArrivals(url, token, arrivalsOf(4_000, 5_000)).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    const load = await book(installation, { count: 30, urls: [url], patienceMs: 90_000 });
    await heavy;
    await restarted;
    promised(load.lost === 0, `${load.lost} bookings came to no end: ${statuses(load.answers)}`);
    await allSent(installation);
    return `${deaths === 1 ? 'died' : 'did not die by itself, so killed'}; ${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};

export const bigImport: Fault = {
  number: 42,
  name: 'an import of 5,000 rows while others work',
  promise: 'the event loop stays free: health is answered meanwhile',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    const url = address(web);
    const done = new AbortController();
    const began = performance.now();
    const file = arrivalsOf(5_000, 20_000);
    const imported = importArrivals(url, installation.world.token, file).then(({ status }) => {
      done.abort();
      return status;
    });
    const looks: Answer[] = [];
    while (!done.signal.aborted) {
      looks.push(await get(`${url}/health/live`));
      await sleep(50);
    }
    const seconds = (performance.now() - began) / 1000;
    const times = looks.map(({ ms }) => ms);
    promised((await imported) === 201, `the import was answered with ${await imported}`);
    promised(
      looks.every(({ status }) => status === 200),
      statuses(looks),
    );
    const p95 = percentile(times, 0.95);
    promised(p95 < 1_000, `health took ${Math.round(p95)} ms for 95 of 100`);
    return `import ${seconds.toFixed(1)} s; health p50 ${Math.round(percentile(times, 0.5))} ms, p95 ${Math.round(p95)} ms, longest ${Math.round(Math.max(...times))} ms`;
  },
};

export const fewDescriptors: Fault = {
  number: 43,
  name: 'web process with 128 file descriptors and 200 connections',
  promise: 'no crash; serves again when they are gone',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    if (spawnSync('prlimit', ['--pid', String(web.pid), '--nofile=128:128']).status !== 0)
      throw new CannotInject('prlimit is missing');
    const sockets = await connections(web, 200);
    await sleep(2_000);
    for (const socket of sockets) socket.destroy();
    const seconds = await secondsUntil(
      async () => (await get(`${address(web)}/health/ready`)).status === 200,
      30,
    );
    promised(isAlive(web.pid), 'the process ended');
    promised(seconds < Infinity, 'not ready again');
    await installation.startWorker();
    const load = await book(installation, { count: 10 });
    await allSent(installation);
    return `ready ${seconds.toFixed(1)} s after; ${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};

export const slowClients: Fault = {
  number: 44,
  name: '1,000 clients that send their request a byte at a time',
  promise: 'others are served',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    await installation.startWorker();
    const sockets = await connections(web, 1_000);
    for (const socket of sockets) socket.write('POST /api/v1/talks HTTP/1.1\r\nHost: x\r\n');
    const timer = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('X');
    }, 1_000);
    const load = await book(installation, { count: 20, clients: 2 });
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
    promised(
      load.answers.every(({ status }) => status === 201),
      statuses(load.answers),
    );
    await allSent(installation);
    const p95 = percentile(
      load.answers.map(({ ms }) => ms),
      0.95,
    );
    return `${statuses(load.answers)}, p95 ${Math.round(p95)} ms; ${await examine(installation, load)}`;
  },
};

export const importTwice: Fault = {
  number: 49,
  name: 'the same import sent twice at once',
  promise: 'each household once',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    const file = arrivalsOf(200, 9_000);
    const answers = await Promise.all(
      [1, 2].map(() => importArrivals(address(web), installation.world.token, file)),
    );
    const [row] = await installation.query<{ found: number }>(
      `select count(*)::int as found from persons where person_key is not null
        and household_id > $1`,
      [Math.max(...installation.world.householdIds)],
    );
    promised(
      row?.found === 200,
      `${row?.found} people of 200; answers ${answers.map(({ status }) => status).join(', ')}`,
    );
    return `answers ${answers.map(({ status }) => status).join(', ')}; 200 people of 200`;
  },
};

export const doubledRequests: Fault = {
  number: 55,
  name: 'every booking sent five times at once with the same key',
  promise: 'one talk each; the others get the same answer, or are told to wait',
  run: async (bench) => {
    const installation = await bench.open();
    const webs = [await installation.startWeb(), await installation.startWeb()];
    await installation.startWorker();
    const { world } = installation;
    const booked: { householdId: number; talkId: string }[] = [];
    const all: Answer[] = [];
    for (let number = 0; number < 10; number += 1) {
      const householdId = world.householdIds[number] ?? 0;
      const key = newKey();
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, index) =>
          post(
            `${address(webs[index % 2] as Product)}/api/v1/talks`,
            { householdId, ...placeNumber(world, number) },
            { token: world.token, key },
          ),
        ),
      );
      all.push(...answers);
      const ids = new Set(
        answers
          .filter(({ status }) => status === 201)
          .map(({ body }) => (JSON.parse(body) as { id: string }).id),
      );
      promised(ids.size === 1, `${ids.size} talks: ${statuses(answers)}`);
      booked.push({ householdId, talkId: [...ids][0] ?? '' });
    }
    promised(
      all.every(({ status }) => status === 201 || status === 409),
      statuses(all),
    );
    await allSent(installation);
    return `${statuses(all)}; ${await examine(installation, { booked })}`;
  },
};

export const migrationsKilled: Fault = {
  number: 10,
  name: 'PostgreSQL stopped at once (immediate) in the middle of the migrations',
  promise: 'the next run completes them; the schema is the same',
  run: async (bench) => {
    const { cluster } = bench;
    await cluster.query('postgres', 'create database half');
    const interrupted = migrateBeside(cluster.url('half'));
    await secondsUntil(async () => {
      const [row] = await cluster.query<{ found: string | null }>(
        'half',
        `select to_regclass('notices') as found`,
      );
      return row?.found != null;
    }, 60);
    await cluster.stop('SIGQUIT');
    const code = await interrupted;
    await cluster.start();
    const [before] = await cluster.query<{ done: number }>(
      'half',
      'select count(*)::int as done from migrations',
    );
    const said = command(['migrate'], { DATABASE_URL: cluster.url('half') });
    const same = await sameSchema(bench, 'half');
    await cluster.query('postgres', 'drop database half with (force)');
    promised(code !== 0, 'the migrations were not interrupted');
    promised(same, 'the schema differs from that of one run');
    return `stopped after ${before?.done} migrations; then ${said.trim()}; same schema`;
  },
};

export const migrationsTwice: Fault = {
  number: 51,
  name: 'four processes migrate an empty database at the same time',
  promise: 'one does, the others wait; nobody fails',
  run: async (bench) => {
    const { cluster } = bench;
    await cluster.query('postgres', 'create database four');
    const codes = await Promise.all(Array.from({ length: 4 }, () => migrateBeside(cluster.url('four'))));
    const same = await sameSchema(bench, 'four');
    await cluster.query('postgres', 'drop database four with (force)');
    promised(
      codes.every((code) => code === 0),
      `exit codes ${codes.join(', ')}`,
    );
    promised(same, 'the schema differs from that of one run');
    return 'four times exit 0; same schema as of one run';
  },
};

/** The migrate command as a process of its own; resolves to its exit code. */
function migrateBeside(databaseUrl: string): Promise<number | null> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../dist/cli.js'), 'migrate'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      ...SECRETS,
    },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

const SCHEMA = `select md5(string_agg(line, ',' order by line)) as sum from (
  select table_schema || '.' || table_name || '.' || column_name || data_type || is_nullable as line
    from information_schema.columns where table_schema in ('public', 'bullmq')
  union all select conname || pg_get_constraintdef(oid) from pg_constraint
  union all select indexdef from pg_indexes where schemaname in ('public', 'bullmq')) all_lines`;

async function sameSchema({ cluster }: { readonly cluster: Cluster }, database: string): Promise<boolean> {
  const [mine] = await cluster.query<{ sum: string }>(database, SCHEMA);
  const [other] = await cluster.query<{ sum: string }>('template_faults', SCHEMA);
  return mine?.sum === other?.sum;
}

async function connections({ url }: Product, count: number): Promise<net.Socket[]> {
  const sockets = Array.from({ length: count }, () => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
    return socket.on('error', () => undefined);
  });
  await Promise.race([
    Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve)))),
    sleep(5_000),
  ]);
  return sockets;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
