import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, promised } from '../fault.js';
import type { Bench } from '../harness/bench.js';
import { type Installation, newKey, secondsUntil } from '../harness/installation.js';
import { book, get, type LoadResult, percentile, post, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { placeNumber } from '../harness/world.js';

/** A web and a worker process under a load of bookings, in the middle of which something happens. */
async function underLoad(
  bench: Bench,
  trouble: (installation: Installation) => Promise<void>,
  count = 60,
): Promise<{
  readonly installation: Installation;
  readonly load: LoadResult;
  readonly answersAfter: number;
}> {
  const installation = await bench.open();
  await installation.startWeb();
  await installation.startWorker();
  let isOver = 0;
  let begun: Promise<void> | undefined;
  const load = await book(installation, {
    count,
    onBooked: (booked) => {
      if (booked !== Math.ceil(count / 4)) return;
      begun = trouble(installation).then(() => {
        isOver = performance.now();
      });
    },
  });
  await begun;
  const first = load.answers.find(({ status, at }) => status === 201 && at > isOver);
  promised(load.lost === 0, `${load.lost} bookings came to no end: ${statuses(load.answers)}`);
  return { installation, load, answersAfter: first ? (first.at - isOver) / 1000 : 0 };
}

async function told(
  { installation, load, answersAfter }: Awaited<ReturnType<typeof underLoad>>,
  words: string,
): Promise<string> {
  const strange = load.answers.filter(({ status }) => ![0, 201, 409, 503].includes(status));
  promised(
    strange.length === 0,
    `answers that say nothing of trying again: ${statuses(load.answers)} ${strange[0]?.body}`,
  );
  await allSent(installation, 75);
  const seen = await examine(installation, load);
  return `${words} ${answersAfter.toFixed(1)} s later; ${statuses(load.answers)}; ${seen}`;
}

export const databaseKilled: Fault = {
  number: 9,
  name: 'PostgreSQL killed (kill -9) under a load of bookings, back after 3 s',
  promise: 'no acknowledged booking is lost; bookings again within 10 s without a restart of the product',
  run: async (bench) => {
    const found = await underLoad(bench, async ({ cluster }) => {
      await cluster.stop('SIGKILL');
      await sleep(3_000);
      await cluster.start();
    });
    promised(
      found.answersAfter <= 10,
      `bookings only ${found.answersAfter.toFixed(1)} s after the database was back`,
    );
    return told(found, 'next booking');
  },
};

export const databaseRestarts: Fault = {
  number: 11,
  name: 'PostgreSQL restarted five times, each few seconds, under load',
  promise: 'nothing lost, nothing double',
  run: async (bench) =>
    told(
      await underLoad(
        bench,
        async ({ cluster }) => {
          for (let round = 0; round < 5; round += 1) {
            await cluster.stop('SIGINT');
            await cluster.start();
            await sleep(3_000);
          }
        },
        120,
      ),
      'next booking after the last restart',
    ),
};

export const databaseHangs: Fault = {
  number: 12,
  name: 'connections to PostgreSQL hang (half-open): data goes nowhere',
  promise: '503 within 5 s; healed within 30 s',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    const before = await book(installation, { count: 5 });
    installation.lines.postgres.isHung = true;
    const url = web.url.replace('localhost', '127.0.0.1');
    const { token } = installation.world;
    const body = { householdId: installation.world.householdIds[5], ...placeNumber(installation.world, 5) };
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => post(`${url}/api/v1/talks`, body, { token, key: newKey() })),
      get(`${url}/health/ready`),
      get(`${url}/api/v1/talks`, token),
    ]);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    promised(
      answers.every(({ status }) => status === 503),
      `answers: ${statuses(answers)}`,
    );
    promised(slowest <= 9_000, `the slowest answer took ${(slowest / 1000).toFixed(1)} s`);
    installation.lines.postgres.isHung = false;
    installation.lines.postgres.cutAll();
    const seconds = await secondsUntil(async () => (await get(`${url}/health/ready`)).status === 200, 30);
    promised(seconds < Infinity, 'not ready again after 30 s');
    const after = await book(installation, { count: 5, first: 5 });
    await installation.startWorker();
    await allSent(installation);
    const seen = await examine(installation, { booked: [...before.booked, ...after.booked] });
    return `${statuses(answers)}, slowest ${(slowest / 1000).toFixed(1)} s; ready ${seconds.toFixed(1)} s after; ${seen}`;
  },
};

export const commitAnswerLost: Fault = {
  number: 13,
  name: 'the answer to COMMIT is lost: connection reset',
  promise: 'the repeated request finds its booking: one talk',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    let cuts = 0;
    installation.lines.postgres.onSaid = (data, link) => {
      if (!data.includes('COMMIT') || cuts === 5) return;
      cuts += 1;
      link.holdReplies();
      setTimeout(() => {
        link.cut();
      }, 100);
    };
    const load = await book(installation, { count: 10, clients: 2, patienceMs: 75_000 });
    promised(load.lost === 0, `${load.lost} bookings came to no end: ${statuses(load.answers)}`);
    await installation.startWorker();
    await allSent(installation);
    return `${cuts} answers lost, ${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};

export const networkJitter: Fault = {
  number: 50,
  name: 'line to PostgreSQL 20 ms ± 10 late in each direction',
  promise: 'correct, only slower',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    await book(installation, { count: 5, clients: 1 });
    installation.lines.postgres.delayMs = () => 10 + Math.random() * 20;
    const load = await book(installation, { count: 20, first: 5, clients: 1 });
    const p95 = percentile(
      load.answers.map(({ ms }) => ms),
      0.95,
    );
    promised(load.lost === 0, `${load.lost} bookings came to no end: ${statuses(load.answers)}`);
    await installation.startWorker();
    await allSent(installation);
    return `${statuses(load.answers)}, p95 ${Math.round(p95)} ms; ${await examine(installation, load)}`;
  },
};

export const connectionsCut: Fault = {
  number: 57,
  name: 'all connections to PostgreSQL reset every second under load',
  promise: 'nothing lost, nothing double',
  run: async (bench) =>
    told(
      await underLoad(bench, async ({ lines }) => {
        for (let round = 0; round < 8; round += 1) {
          await sleep(1_000);
          lines.postgres.cutAll();
        }
      }),
      'next booking',
    ),
};
