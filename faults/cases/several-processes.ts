import { CannotInject, type Fault, promised } from '../fault.js';
import { startBalancer } from '../harness/balancer.js';
import type { Bench } from '../harness/bench.js';
import type { Environment } from '../harness/installation.js';
import { book, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { startRedis } from '../../test/support/redis.js';

/** So many bookings; with FAULTS_BOOKINGS=1000 as many as the promise speaks of. Each has two messages. */
const BOOKINGS = Number(process.env['FAULTS_BOOKINGS'] ?? 60);

/** One more message for each talk, due at once. */
const MORE_NOTICES = `insert into notices (office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale,
    direction, template_version, facts, due_at, expires_at, message_id)
  select office_id, 'reminder', talk_id, revision, recipient_kind, recipient_id, channel, locale, direction,
    template_version, facts, due_at, expires_at, '<' || gen_random_uuid() || '@faults.example>'
  from notices where kind = 'invitation'
  on conflict do nothing`;

/** Two web processes behind a proxy and two workers; in the middle one of each is killed and not replaced. */
async function oneOfEachKilled(bench: Bench, environment: Environment): Promise<string> {
  const installation = await bench.open(environment);
  const webs = await Promise.all([installation.startWeb(), installation.startWeb()]);
  const workers = await Promise.all([installation.startWorker(), installation.startWorker()]);
  const balancer = await startBalancer(webs.map(({ url }) => url.replace('localhost', '127.0.0.1')));
  installation.closers.push(balancer.stop);
  let killedAt = 0;
  const load = await book(installation, {
    count: BOOKINGS,
    urls: [balancer.url],
    onBooked: (count) => {
      if (count !== Math.floor(BOOKINGS / 2)) return;
      killedAt = performance.now();
      void webs[0].kill();
      void workers[0].kill();
    },
  });
  promised(load.lost === 0, `${load.lost} bookings came to no end: ${statuses(load.answers)}`);
  const again = load.answers.find(({ status, at, ms }) => status === 201 && at - ms > killedAt);
  const bookingsAfter = ((again?.at ?? Infinity) - killedAt) / 1000;
  await installation.query(MORE_NOTICES);
  const sentAfter = await allSent(installation, 300);
  promised(bookingsAfter <= 15, `bookings again only after ${bookingsAfter.toFixed(1)} s`);
  const seen = await examine(installation, { ...load, copies: 5 });
  return `${statuses(load.answers)}; bookings again ${bookingsAfter.toFixed(1)} s after the kill, the last mail ${sentAfter.toFixed(0)} s after the last booking; ${seen}`;
}

const PROMISE = 'nothing lost, nothing double; bookings again within 15 s';

export const severalOnPostgres: Fault = {
  number: 60,
  name: 'two web and two worker processes, queues on PostgreSQL: one of each killed',
  promise: PROMISE,
  run: (bench) => oneOfEachKilled(bench, {}),
};

export const severalOnRedis: Fault = {
  number: 61,
  name: 'the same with queues on Redis',
  promise: PROMISE,
  run: async (bench) => {
    const redis = await startRedis().catch(() => undefined);
    if (!redis) throw new CannotInject('there is no redis-server on this machine');
    try {
      return await oneOfEachKilled(bench, { REDIS_URL: redis.url });
    } finally {
      await redis.stop();
    }
  },
};
