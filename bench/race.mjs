// 64 clients want one place at one moment, over HTTP, from two web processes of the built product.
// ROUNDS (200), CLIENTS (64), DATABASE_URL (an own embedded PostgreSQL), DATABASE_DIRECT_URL when that leads
// through a pooler, WITHOUT (`constraint`, `locks` or both: shows
// what would be seen without these safeties). Run by itself it prints the result, the last line as JSON, and ends
// with 1 when anything but exactly one winner per place was seen.
import { fileURLToPath } from 'node:url';
import { race } from './support/race.mjs';

const settings = {
  rounds: Number(process.env.ROUNDS ?? 200),
  clients: Number(process.env.CLIENTS ?? 64),
  without: (process.env.WITHOUT ?? '').split(',').filter(Boolean),
  databaseUrl: process.env.DATABASE_URL,
  directUrl: process.env.DATABASE_DIRECT_URL,
};

/** @returns rows of the table; times in ms */
export default async function raceBench() {
  const result = await race(settings);
  if (!result.isRight) throw new Error(`The race went wrong: ${JSON.stringify(result)}`);
  return [row(result)];
}

function row({ rounds, clients, refusalMs, liveMs }) {
  return {
    what: `refused place, ${rounds} × ${clients} clients at one place, one winner each`,
    ...refusalMs,
    unit: 'ms',
    yardstick: 'GET /health/live of the same crowd',
    yardstickP50: liveMs.p50,
    yardstickP95: liveMs.p95,
    ratio: refusalMs.p50 / liveMs.p50,
    goal: 'p95 <= 300',
  };
}

function print(result) {
  const line = (name, value) => console.log(`${name.padEnd(48)}${value}`);
  line(
    'rounds × clients at one place',
    `${result.rounds} × ${result.clients}, ${result.processes} web processes`,
  );
  if (result.without.length > 0) line('WITHOUT', result.without.join(' and '));
  line('rounds with a wrong number of winners', result.wrongRounds);
  line('double bookings in the database', result.doubles);
  line(
    'answers',
    Object.entries(result.statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', '),
  );
  line('refusals that offer other places', result.withAlternatives);
  line('refusal, p50 / p95 (goal 300 ms)', `${result.refusalMs.p50} / ${result.refusalMs.p95} ms`);
  line('GET /health/live of the same crowd, p50 / p95', `${result.liveMs.p50} / ${result.liveMs.p95} ms`);
  line('deadlocks in pg_stat_database', result.deadlocks);
  console.log(JSON.stringify(result));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await race(settings);
  print(result);
  process.exitCode = result.isRight ? 0 : 1;
}
