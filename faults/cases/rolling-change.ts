import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BrokenPromise, CannotInject, type Fault, promised } from '../fault.js';
import { startBalancer } from '../harness/balancer.js';
import type { Installation } from '../harness/installation.js';
import { type Answer, book, get, percentile, statuses } from '../harness/load.js';
import { allSent, examine } from '../harness/oracle.js';

/** Folder of the version before, built: `git worktree add … && npm ci && npm run build`. */
const BEFORE = process.env['FAULTS_BEFORE'];
const PER_SECOND = Number(process.env['FAULTS_PER_SECOND'] ?? 20);

export const rollingChange: Fault = {
  number: 39,
  name: 'change from the version before under load: migrations, new processes, old ones stopped, and back again',
  promise:
    'no answer of 5xx, the longest pause 3 s; the version before works on the new schema (numbers 38 and 40 too)',
  run: async (bench) => {
    if (BEFORE === undefined) throw new CannotInject('FAULTS_BEFORE names no folder with the version before');
    const installation = await bench.openBefore(BEFORE);
    const old = await installation.startWeb({}, BEFORE);
    await installation.startWorker({}, BEFORE);
    const address = ({ url }: { readonly url: string }): string => url.replace('localhost', '127.0.0.1');
    const balancer = await startBalancer([address(old)]);
    installation.closers.push(balancer.stop);
    const reads = steadily(balancer.url, installation.world.token);
    const first = await book(installation, { count: 15, clients: 2, urls: [balancer.url] });
    const said = await migrate(installation);
    const during = await book(installation, { count: 15, clients: 2, first: 15, urls: [balancer.url] });
    const present = await installation.startWeb();
    await installation.startWorker();
    balancer.setTargets([address(old), address(present)]);
    await sleep(2_000);
    balancer.setTargets([address(present)]);
    await old.stop('SIGTERM');
    const after = await book(installation, { count: 15, clients: 2, first: 30, urls: [balancer.url] });
    const back = await installation.startWeb({}, BEFORE);
    const rolledBack = await book(installation, { count: 15, clients: 2, first: 45, urls: [address(back)] });
    const answers = await reads.stop();
    const all = [...answers, ...[first, during, after, rolledBack].flatMap((load) => load.answers)];
    promised(
      all.every(({ status }) => status > 0 && status < 500),
      statuses(all),
    );
    await allSent(installation, 120);
    const booked = [first, during, after, rolledBack].flatMap((load) => load.booked);
    const longest = Math.max(...answers.map(({ ms }) => ms)) / 1000;
    const p95 = percentile(
      answers.map(({ ms }) => ms),
      0.95,
    );
    const seen = await examine(installation, { booked });
    return `${said}; ${statuses(all)}; longest answer ${longest.toFixed(1)} s, p95 ${Math.round(p95)} ms; ${seen}`;
  },
};

const MIGRATE = [path.resolve(import.meta.dirname, '../../dist/cli.js'), 'migrate'];

/** Beside the processes: this one carries their requests. */
async function migrate(installation: Installation): Promise<string> {
  const env = { PATH: process.env['PATH'], ...installation.settingsOf({}) };
  try {
    return (await promisify(execFile)(process.execPath, MIGRATE, { env })).stdout.trim();
  } catch (error) {
    throw new BrokenPromise(`migrate: ${String(error)}`);
  }
}

/** Reads lists at an even pace until it is stopped. */
function steadily(url: string, token: string): { readonly stop: () => Promise<Answer[]> } {
  const asked: Promise<Answer>[] = [];
  const timer = setInterval(() => asked.push(get(`${url}/api/v1/talks?limit=5`, token)), 1000 / PER_SECOND);
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.all(asked);
    },
  };
}
