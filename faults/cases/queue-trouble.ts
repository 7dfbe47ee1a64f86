import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { CannotInject, type Fault, promised } from '../fault.js';
import type { Bench } from '../harness/bench.js';
import { type Installation, secondsUntil } from '../harness/installation.js';
import { book, percentile, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.js';
import { startRedis } from '../../test/support/redis.js';
import { ProductEnded } from '../../test/support/product.js';

interface OnRedis {
  readonly installation: Installation;
  readonly redis: Awaited<ReturnType<typeof startRedis>>;
  readonly line: TcpProxy;
}

/** Web and worker with their queues on a Redis of their own. */
async function onRedis(bench: Bench): Promise<OnRedis> {
  const redis = await startRedis().catch(() => undefined);
  if (!redis) throw new CannotInject('there is no redis-server on this machine');
  const line = await startProxy(Number(new URL(redis.url).port));
  const installation = await bench.open({ REDIS_URL: `redis://127.0.0.1:${line.port}` });
  installation.closers.push(line.stop, () => redis.stop().catch(() => undefined));
  await installation.startWeb();
  await installation.startWorker();
  return { installation, redis, line };
}

/** Bookings before and after something happens to Redis; everything is sent within a minute. */
async function meanwhile(bench: Bench, trouble: (parts: OnRedis) => Promise<unknown>): Promise<string> {
  const parts = await onRedis(bench);
  const { installation } = parts;
  const before = await book(installation, { count: 10 });
  await trouble(parts);
  const after = await book(installation, { count: 10, first: 10 });
  promised(
    after.answers.every(({ status }) => status === 201),
    `bookings: ${statuses(after.answers)}`,
  );
  const seconds = await allSent(installation, 60);
  const p95 = percentile(
    after.answers.map(({ ms }) => ms),
    0.95,
  );
  const seen = await examine(installation, { booked: [...before.booked, ...after.booked] });
  return `${statuses(after.answers)}, p95 ${Math.round(p95)} ms; all sent after ${seconds.toFixed(1)} s; ${seen}`;
}

export const redisKilled: Fault = {
  number: 20,
  name: 'Redis killed, for good',
  promise: 'bookings are not concerned; mails at most 60 s late',
  run: (bench) =>
    meanwhile(bench, async ({ redis, line }) => {
      await redis.stop();
      line.isRefusing = true;
      line.cutAll();
    }),
};

export const redisFlushed: Fault = {
  number: 21,
  name: 'Redis emptied (FLUSHALL)',
  promise: 'every mail leaves within 60 s of its time',
  run: (bench) =>
    meanwhile(bench, async ({ redis }) => {
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
    }),
};

export const redisHangs: Fault = {
  number: 23,
  name: 'Redis hangs: connections stay, nothing passes',
  promise: 'bookings are not concerned; mails at most 60 s late',
  run: (bench) =>
    meanwhile(bench, ({ line }) => {
      line.isHung = true;
      return Promise.resolve();
    }),
};

export const redisEvicts: Fault = {
  number: 22,
  name: 'Redis may throw jobs away (maxmemory-policy allkeys-lru)',
  promise: 'refused at the start, with the cure',
  run: async (bench) => {
    const { installation, redis } = await onRedis(bench);
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await client.quit();
    const outcome = await installation.startWorker().catch((error: unknown) => error);
    promised(outcome instanceof ProductEnded, 'the process started');
    promised(outcome.output.includes('noeviction'), `the process said: ${outcome.output}`);
    return `ended with ${outcome.exitCode}: ${outcome.output.trim().split('\n').at(-1)}`;
  },
};

export const queueWiped: Fault = {
  number: 53,
  name: 'the queues on PostgreSQL are emptied',
  promise: 'rebuilt from the notices: every mail leaves',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    await installation.startWorker();
    const before = await book(installation, { count: 10 });
    const tables = await installation.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'`,
    );
    await installation.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
    const after = await book(installation, { count: 10, first: 10 });
    const seconds = await allSent(installation, 60);
    const seen = await examine(installation, { booked: [...before.booked, ...after.booked] });
    return `${tables.length} tables emptied; all sent after ${seconds.toFixed(1)} s; ${seen}`;
  },
};

const POISON: readonly unknown[] = [
  null,
  1,
  'x',
  [],
  { noticeIds: 'x' },
  { noticeIds: [1] },
  { noticeIds: ['no-uuid'] },
  { noticeIds: null },
  { noticeIds: Array.from({ length: 1000 }, () => '00000000-0000-0000-0000-000000000000') },
  { planId: 1 },
  { planId: 'x' },
  { planId: null },
  { trialId: {} },
  { __proto__: null, constructor: 1 },
  { noticeIds: ['\u0000'] },
  { deep: [[[[[[[[1]]]]]]]] },
];

export const poisonJobs: Fault = {
  number: 36,
  name: '32 jobs with unreadable contents',
  promise: 'each ends by itself; the next job is not held up',
  run: async (bench) => {
    const { installation, redis } = await onRedis(bench);
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    for (const name of ['notices', 'plans']) {
      const queue = new Queue(name, { connection });
      for (const data of POISON) await queue.add(name === 'notices' ? 'look' : 'run-plan', data);
      await queue.close();
    }
    await connection.quit();
    const load = await book(installation, { count: 5 });
    const seconds = await allSent(installation, 30);
    const [worker] = installation.workers;
    promised(worker !== undefined && isAlive(worker.pid), 'the worker ended');
    return `worker alive; 5 bookings told ${seconds.toFixed(1)} s later; ${await examine(installation, load)}`;
  },
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const clockOfWorkerWrong: Fault = {
  number: 31,
  name: 'clock of a worker 25 h ahead at its start',
  promise: 'it refuses to start',
  run: async (bench) => {
    const installation = await bench.open();
    const outcome = await installation
      .startWorker(installation.wrongClock(25 * 3_600_000))
      .catch((error: unknown) => error);
    promised(outcome instanceof ProductEnded, 'the worker started');
    promised(outcome.output.includes('clock'), outcome.output);
    return `ended with ${outcome.exitCode}: ${outcome.output.trim().split('\n').at(-1)}`;
  },
};

/** A second worker whose clock jumps while both run; notices that are due in an hour must not leave. */
async function clockJumps(bench: Bench, shiftMs: number): Promise<string> {
  const installation = await bench.open();
  const { mkdtempSync, writeFileSync } = await import('node:fs');
  const when = `${mkdtempSync('/tmp/welcome-talks-clock-')}/now`;
  await installation.startWeb();
  await installation.startWorker();
  await installation.startWorker(installation.wrongClock(shiftMs, when));
  const before = await book(installation, { count: 10 });
  await allSent(installation);
  const far = await book(installation, { count: 10, first: 10 });
  await installation.query(
    `update notices set due_at = $1::timestamptz + interval '5 minutes' where state = 'planned' and due_at <= $1`,
    [installation.now()],
  );
  const held = await installation.query(
    `select 1 from notices where state = 'planned' and due_at between $1::timestamptz and $1::timestamptz + interval '6 minutes'`,
    [installation.now()],
  );
  writeFileSync(when, '');
  await sleep(10_000);
  const sent = await installation.query(`select 1 from notices where state = 'sent' and due_at > $1`, [
    installation.now(),
  ]);
  promised(sent.length === 0, `${sent.length} mails left before their time`);
  const after = await book(installation, { count: 10, first: 20 });
  const seconds = await allSent(installation, 60);
  const seen = await examine(installation, { booked: [...before.booked, ...far.booked, ...after.booked] });
  return `0 of ${held.length} left early; what is due left within ${seconds.toFixed(1)} s; ${seen}`;
}

export const clockJumpsBack: Fault = {
  number: 32,
  name: 'clock of one of two workers jumps 2 h back while it runs',
  promise: 'nothing early, nothing later than 60 s, nothing twice',
  run: (bench) => clockJumps(bench, -7_200_000),
};

export const clockJumpsAhead: Fault = {
  number: 33,
  name: 'clock of one of two workers jumps 10 min ahead while it runs',
  promise: 'nothing early, nothing twice',
  run: (bench) => clockJumps(bench, 600_000),
};

export const redisBack: Fault = {
  number: 59,
  name: 'Redis away for 10 s and back, empty',
  promise: 'the workers go on by themselves',
  run: (bench) =>
    meanwhile(bench, async ({ line, redis }) => {
      line.isRefusing = true;
      line.cutAll();
      await secondsUntil(() => false, 10);
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
      line.isRefusing = false;
    }),
};
