import { type Fault, promised } from '../fault.js';
import { type Installation, secondsUntil } from '../harness/installation.js';
import { book, type LoadResult } from '../harness/load.js';
import { allSent, examine, waitingTimesPass } from '../harness/oracle.js';
import type { Bench } from '../harness/bench.js';

/** A worker stands in the middle of sending, as long as the mail server says nothing at this step. */
async function senderStandsAt(
  bench: Bench,
  step: 'rcpt' | 'dot',
): Promise<{ installation: Installation; load: LoadResult }> {
  const installation = await bench.open();
  await installation.startWeb();
  await installation.startWorker();
  let isReached = false;
  installation.far.setScript({
    [step]: () => {
      isReached = true;
      return 'silence';
    },
  });
  const load = await book(installation, { count: 1 });
  promised((await secondsUntil(() => isReached, 30)) < Infinity, 'the worker did not begin to send');
  return { installation, load };
}

/** Another worker takes over; returns the seconds from the end of the first one. */
async function takenOver(installation: Installation): Promise<number> {
  installation.far.setScript({});
  const second = installation.startWorker();
  const [first] = installation.workers;
  await first?.kill();
  const began = performance.now();
  await second;
  await allSent(installation, 75);
  return (performance.now() - began) / 1000;
}

export const workerKilledBeforeClaim: Fault = {
  number: 3,
  name: 'worker killed before it claims a notice',
  promise: 'another one sends it once within 15 s',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    const first = await installation.startWorker();
    await installation.startWorker();
    await first.kill();
    const load = await book(installation, { count: 1 });
    const seconds = await allSent(installation, 15);
    return `after ${seconds.toFixed(1)} s; ${await examine(installation, load)}`;
  },
};

export const workerKilledBeforeText: Fault = {
  number: 4,
  name: 'worker killed after its claim, before the text of the mail',
  promise: 'sent again, one copy, within 75 s',
  run: async (bench) => {
    const { installation, load } = await senderStandsAt(bench, 'rcpt');
    const seconds = await takenOver(installation);
    return `after ${seconds.toFixed(1)} s, start of the other worker included; ${await examine(installation, load)}`;
  },
};

export const workerKilledAfterDot: Fault = {
  number: 5,
  name: 'worker killed after the final dot, before the answer',
  promise: 'at most one copy more, with the same Message-ID, and counted',
  run: async (bench) => {
    const { installation, load } = await senderStandsAt(bench, 'dot');
    await takenOver(installation);
    await waitingTimesPass(installation);
    await allSent(installation, 120);
    return examine(installation, { ...load, copies: 1 });
  },
};

export const workerKilledBeforeRecord: Fault = {
  number: 6,
  name: 'worker killed after the 250, before it noted it',
  promise: 'as number 5',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    const first = await installation.startWorker();
    // what the worker writes after the 250 does not reach the database any more
    installation.far.setScript({
      dot: () => {
        installation.lines.postgres.isHung = true;
        return undefined;
      },
    });
    const load = await book(installation, { count: 1 });
    await secondsUntil(() => installation.lines.postgres.isHung, 30);
    await first.kill();
    installation.far.setScript({});
    installation.lines.postgres.isHung = false;
    installation.lines.postgres.cutAll();
    await installation.startWorker();
    await allSent(installation, 75);
    await waitingTimesPass(installation);
    await allSent(installation, 120);
    return examine(installation, { ...load, copies: 1 });
  },
};

export const workerPaused: Fault = {
  number: 46,
  name: 'worker paused (SIGSTOP) in the middle of a mail for 20 s, twice its lease, then going on',
  promise: 'another one takes over; going on changes and sends nothing',
  run: async (bench) => {
    const { installation, load } = await senderStandsAt(bench, 'rcpt');
    const [first] = installation.workers;
    first?.pause();
    installation.far.setScript({});
    await installation.startWorker();
    await allSent(installation, 75);
    await secondsUntil(() => false, 10);
    first?.resume();
    await secondsUntil(() => false, 5);
    return examine(installation, load);
  },
};

export const noWorkers: Fault = {
  number: 7,
  name: 'all workers dead for ten minutes',
  promise: 'the backlog leaves in the order in which it was due; what is too late does not leave',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    const load = await book(installation, { count: 30 });
    await installation.query(
      `update notices n set due_at = due_at - interval '10 minutes' + interval '7 seconds' * (abs(hashtext(id::text)) % 60)
        where kind = 'invitation'`,
    );
    const [late] = await installation.query<{ id: string }>(
      `update notices set expires_at = $1::timestamptz - interval '1 minute' where id =
        (select id from notices where kind = 'invitation' limit 1) returning id`,
      [installation.now()],
    );
    await installation.startWorker();
    const seconds = await allSent(installation);
    const [found] = await installation.query<{ state: string; disorder: number }>(
      `select (select state from notices where id = $1) as state, (select count(*)::int from notices a, notices b
        where a.kind = 'invitation' and b.kind = 'invitation' and a.due_at < b.due_at - interval '1 minute'
          and a.sent_at > b.sent_at + interval '1 second') as disorder`,
      [late?.id],
    );
    promised(found?.state === 'dropped', `the invitation whose time was over is ${found?.state}`);
    promised(found.disorder === 0, `${found.disorder} pairs left in the wrong order`);
    return `29 of 30 in their order within ${seconds.toFixed(1)} s, the late one dropped; ${await examine(installation, load)}`;
  },
};
