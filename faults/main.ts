import { allFaults } from './all-faults.js';
import { BrokenPromise, CannotInject, type Fault } from './fault.js';
import { Bench } from './harness/bench.js';
import { tableOf, writeTable, type Line } from './table.js';

/** Enough for the largest load. */
const HOUSEHOLDS = Math.max(400, Number(process.env['FAULTS_BOOKINGS'] ?? 0));
/** Nothing takes longer than that; what does is broken. */
const LONGEST_SECONDS = 400;

/** `npm run faults [-- --only 3,7]`: each fault against the built product. Exit 1 when a promise was broken. */
async function main(): Promise<void> {
  const chosen = choose(process.argv.slice(2));
  const bench = await Bench.start(HOUSEHOLDS);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void bench.stop().finally(() => process.exit(1));
    });
  const lines: Line[] = [];
  try {
    for (const fault of chosen) {
      const line = await lineOf(fault, bench);
      process.stdout.write(tableOf([line]));
      lines.push(line);
    }
  } finally {
    await bench.stop();
  }
  writeTable(lines);
  const broken = lines.filter(({ outcome }) => outcome === 'broken').length;
  process.stdout.write(`${lines.length} faults, ${broken} promises broken\n`);
  process.exit(broken === 0 ? 0 : 1);
}

function choose(words: readonly string[]): readonly Fault[] {
  const at = words.indexOf('--only');
  if (at < 0) return allFaults;
  const numbers = new Set((words[at + 1] ?? '').split(',').map(Number));
  return allFaults.filter(({ number }) => numbers.has(number));
}

async function lineOf(fault: Fault, bench: Bench): Promise<Line> {
  const began = performance.now();
  const line = await outcomeOf(fault, bench);
  await bench.clear();
  return { fault, ...line, seconds: (performance.now() - began) / 1000 };
}

async function outcomeOf(fault: Fault, bench: Bench): Promise<Pick<Line, 'outcome' | 'seen'>> {
  try {
    return { outcome: 'kept', seen: await within(fault.run(bench)) };
  } catch (error) {
    if (error instanceof BrokenPromise) return { outcome: 'broken', seen: error.message };
    if (error instanceof CannotInject) return { outcome: 'not tried', seen: error.message };
    return {
      outcome: 'broken',
      seen: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function within(work: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new BrokenPromise(`no end after ${LONGEST_SECONDS} s`));
    }, LONGEST_SECONDS * 1000);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

await main();
