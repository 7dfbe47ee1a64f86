import fs from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import {
  InstanceError,
  readInstance,
  startMatching,
  workOf,
  type MatchingAnswer,
} from '../features/matching/index.js';
import { buildSchedule, proposeTalks, type Snapshot } from '../scheduling/index.js';

const PARTS = [
  'unscheduled',
  'late',
  'money',
  'language',
  'gender',
  'fairness',
  'waiting',
  'stability',
] as const;

/** Looking for reasons takes up to a second each in a large instance. */
const MOST_EXPLAINED = 20;

interface MatchOptions {
  readonly out?: string;
  readonly seconds: number;
  readonly seed: number;
  readonly boundSeconds: number;
}

/**
 * `welcome-talks match <instance> [-o solution.json] [--seconds N] [--seed N]`: the best plan for an instance file,
 * without a database. Exit code 2 when the file cannot be used.
 */
export function matchCommand(): Command {
  return new Command('match')
    .description(
      'find the cheapest plan for an instance file of the format fit-matching/1; needs no database',
    )
    .argument('<instance>', 'instance.json or instance.json.gz')
    .option('-o, --out <file>', 'write the plan to this file')
    .option(
      '--seconds <number>',
      'how long to search on an ordinary machine; the same work on every machine',
      seconds,
      10,
    )
    .option('--bound-seconds <number>', 'how long to look for a proof of how good the plan is', seconds, 15)
    .option('--seed <number>', 'another seed gives another plan of about the same cost', seed, 1)
    .action((file: string, options: MatchOptions) => match(file, options));
}

async function match(file: string, options: MatchOptions): Promise<void> {
  const snapshot = await instanceOrNothing(file);
  if (!snapshot) return;
  const work = workOf(options.seconds);
  const { answer } = startMatching(snapshot, {
    work,
    seed: options.seed,
    boundSeconds: options.boundSeconds,
  });
  const found = await answer;
  process.stdout.write(summaryOf(snapshot, found));
  if (!options.out) return;
  const solution = { instance: snapshot.id, talks: found.talks };
  await fs.writeFile(options.out, `${JSON.stringify(solution)}\n`);
}

async function instanceOrNothing(file: string): Promise<Snapshot | undefined> {
  try {
    return await readInstance(file);
  } catch (error) {
    if (!(error instanceof InstanceError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function summaryOf(snapshot: Snapshot, answer: MatchingAnswer): string {
  const { talks, cost, work } = answer;
  const parts = PARTS.map((part) => line(part, cost.parts[part]));
  const planned = `${snapshot.id}: ${talks.length} of ${snapshot.newcomers.length} newcomers have a talk`;
  return (
    [
      planned,
      line('total', cost.total),
      ...parts,
      ...boundLines(snapshot, answer),
      ...impossibleLines(snapshot, answer),
      `work ${work}`,
    ].join('\n') + '\n'
  );
}

/** How near the plan is to the cheapest there can be, without what nobody could save. */
function boundLines(snapshot: Snapshot, { bound, cost, impossible }: MatchingAnswer): readonly string[] {
  if (bound === null) return ['no lower bound was proven in time; give more with --bound-seconds'];
  const unavoidable = unplannedCost(snapshot, impossible);
  const gap = bound > unavoidable ? ((cost.total - bound) / (bound - unavoidable)) * 100 : 0;
  return [
    line('lower bound', bound),
    `at most ${gap.toFixed(2)} % above the minimum, newcomers for whom no talk is possible left out`,
  ];
}

function unplannedCost(snapshot: Snapshot, ids: readonly string[]): number {
  const { weights, newcomers, appointments } = snapshot;
  const lost = new Set(ids);
  const dropped = appointments.filter(({ newcomer, pinned }) => lost.has(newcomer) && !pinned);
  const missed = newcomers.filter(({ id }) => lost.has(id));
  return (
    missed.reduce((sum, { urgency }) => sum + weights.unscheduled * urgency, 0) +
    dropped.reduce((sum, { weight }) => sum + weights.stability.dropped * weight, 0)
  );
}

/** Who cannot have a talk at all, and of the first ones the rules that stand in the way. */
function impossibleLines(snapshot: Snapshot, { impossible }: MatchingAnswer): readonly string[] {
  const schedule = buildSchedule(snapshot);
  return impossible.map((newcomer, index) => {
    const answer = index < MOST_EXPLAINED ? proposeTalks({ newcomer, limit: 1 }, schedule) : undefined;
    const rules = answer?.kind === 'impossible' ? answer.obstacles.map(({ rule }) => rule) : [];
    const why = [...new Set(rules)].slice(0, 3).join(', ');
    return `no talk is possible for ${newcomer}${why === '' ? '' : `: ${why}`}`;
  });
}

function line(name: string, rappen: number): string {
  return `${name.padEnd(12)} CHF ${(rappen / 100).toFixed(2).padStart(14)}`;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 86_400))
    throw new InvalidArgumentError('Give a number of seconds, for example 30.');
  return value;
}

function seed(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('Give a whole number, for example 1.');
  return value;
}
