import { BrokenPromise, type Fault, promised } from '../fault.js';
import type { Bench } from '../harness/bench.js';
import { type Installation, newKey, secondsUntil } from '../harness/installation.js';
import { type Answer, post } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';
import { placeNumber } from '../harness/world.js';

/** Kills the web process at a point of its first booking, and repeats the request at another one with the same key. */
async function killAt(
  bench: Bench,
  reachPoint: (installation: Installation) => Promise<() => Promise<void>>,
): Promise<{ readonly installation: Installation; readonly again: Answer; readonly seconds: number }> {
  const installation = await bench.open();
  const first = await installation.startWeb();
  const url = (web = first): string => `${web.url.replace('localhost', '127.0.0.1')}/api/v1/talks`;
  const body = { householdId: installation.world.householdIds[0], ...placeNumber(installation.world, 0) };
  const request = { token: installation.world.token, key: newKey() };
  const atPoint = await reachPoint(installation);
  const lost = post(url(), body, request);
  await atPoint();
  await first.kill();
  const answer = await lost;
  if (answer.status !== 0)
    throw new BrokenPromise(`the request was answered with ${answer.status} ${answer.body} before the kill`);
  const second = await installation.startWeb();
  let again = answer;
  const seconds = await secondsUntil(async () => {
    again = await post(url(second), body, request);
    return again.status === 201;
  }, 75);
  promised(again.status === 201, `the repeated request was answered with ${again.status} ${again.body}`);
  return { installation, again, seconds };
}

const bookedBy = (
  installation: Installation,
  { body }: Answer,
): { householdId: number; talkId: string }[] => [
  { householdId: installation.world.householdIds[0] ?? 0, talkId: (JSON.parse(body) as { id: string }).id },
];

export const webKilledBeforeCommit: Fault = {
  number: 1,
  name: 'web process killed (kill -9) while it books, before COMMIT',
  promise: 'nothing half done; the repeated request books once',
  run: async (bench) => {
    const { installation, again, seconds } = await killAt(bench, async (open) => {
      // the transaction stands in the middle
      await open.query(`create function stand() returns trigger language plpgsql as
        $$ begin perform pg_sleep(1.5); return new; end $$`);
      await open.query('create trigger stand before insert on talks for each row execute function stand()');
      return async () => {
        await secondsUntil(
          async () =>
            (
              await open.query(`select from pg_stat_activity
          where datname = current_database() and wait_event = 'PgSleep'`)
            ).length > 0,
          20,
        );
      };
    });
    await installation.startWorker();
    await allSent(installation);
    const seen = await examine(installation, { booked: bookedBy(installation, again) });
    return `booked once by the repetition after ${seconds.toFixed(1)} s; ${seen}`;
  },
};

export const webKilledAfterCommit: Fault = {
  number: 2,
  name: 'web process killed after COMMIT, before its answer',
  promise: 'the repeated request gets the same talk; one invitation',
  run: async (bench) => {
    const { installation, again, seconds } = await killAt(bench, (open) =>
      Promise.resolve(async () => {
        await new Promise<void>((resolve) => {
          open.lines.postgres.onSaid = (data, link) => {
            if (!data.includes('COMMIT')) return;
            link.holdReplies();
            open.lines.postgres.onSaid = undefined;
            resolve();
          };
        });
        await secondsUntil(async () => (await open.query('select from talks')).length === 1, 10);
      }),
    );
    await installation.startWorker();
    await allSent(installation);
    const seen = await examine(installation, { booked: bookedBy(installation, again) });
    return `same talk for the repetition after ${seconds.toFixed(1)} s; ${seen}`;
  },
};
