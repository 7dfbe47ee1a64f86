// wake-ups of the product's queue against BullMQ alone on the same backend: PostgreSQL, and Redis when REDIS_URL is set
import { Queue, Worker } from 'bullmq';
import { connectQueues } from '../dist/platform/queue/queue-connection.js';
import { byTurns } from './support/rounds.mjs';
import { ownDatabase } from './support/race.mjs';

const JOBS = Number(process.env.JOBS ?? 300);
const SIDE_BY_SIDE = 5;

/** @returns rows of the table; jobs in a second, from the first that is added to the last that is done */
export default async function queue() {
  const stops = [];
  try {
    const databaseUrl = await ownDatabase(stops);
    const backends = [
      ['PostgreSQL', undefined],
      ...(process.env.REDIS_URL ? [['Redis', process.env.REDIS_URL]] : []),
    ];
    const rows = [];
    for (const [backend, redisUrl] of backends) rows.push(await onBackend(backend, databaseUrl, redisUrl));
    return rows;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function onBackend(backend, databaseUrl, redisUrl) {
  const connection = connectQueues(databaseUrl, redisUrl);
  try {
    // the product adds each wake-up by itself under an id of its own; BullMQ alone adds them at once
    const oneByOne = (queue) =>
      Promise.all(numbers().map((id) => queue.add('wake', { id }, { jobId: `wake_${queue.name}_${id}` })));
    const atOnce = (queue) => queue.addBulk(numbers().map((id) => ({ name: 'wake', data: { id } })));
    const found = await byTurns(
      (round) => through(connection, `ours-${round}`, oneByOne),
      (round) => through(connection, `alone-${round}`, atOnce),
    );
    return {
      ...{
        what: `wake-ups on ${backend}`,
        ours: found.ours,
        unit: 'jobs/s',
        yardstick: 'BullMQ alone, addBulk',
      },
      ...{ theirs: found.yardstick, ratio: found.ratio, spread: found.spread, goal: 'ratio >= 0.5' },
    };
  } finally {
    await connection.close();
  }
}

const numbers = () => Array.from({ length: JOBS }, (_, index) => index);

async function through({ options: connection }, name, add) {
  const queue = new Queue(name, { connection });
  let left = JOBS;
  let finish;
  const done = new Promise((resolve) => (finish = resolve));
  const worker = new Worker(name, async () => void ((left -= 1) === 0 && finish()), {
    ...{ connection, concurrency: SIDE_BY_SIDE },
  });
  await worker.waitUntilReady();
  const began = performance.now();
  await add(queue);
  await done;
  const value = (JOBS * 1000) / (performance.now() - began);
  await worker.close();
  await queue.close();
  return { value };
}
