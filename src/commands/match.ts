import fs from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { InstanceError, readInstance, startMatching, workOf } from '../features/matching/index.js';
import type { MatchAnswer, Snapshot } from '../scheduling/index.js';

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

interface MatchOptions {
  readonly out?: string;
  readonly seconds: number;
  readonly seed: number;
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
    .option('--seed <number>', 'another seed gives another plan of about the same cost', seed, 1)
    .action((file: string, options: MatchOptions) => match(file, options));
}

async function match(file: string, options: MatchOptions): Promise<void> {
  const snapshot = await instanceOrNothing(file);
  if (!snapshot) return;
  const { answer } = startMatching(snapshot, { work: workOf(options.seconds), seed: options.seed });
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

function summaryOf(snapshot: Snapshot, { talks, cost, work }: MatchAnswer): string {
  const parts = PARTS.map((part) => line(part, cost.parts[part]));
  const planned = `${snapshot.id}: ${talks.length} of ${snapshot.newcomers.length} newcomers have a talk`;
  return [planned, line('total', cost.total), ...parts, `work ${work}`].join('\n') + '\n';
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
