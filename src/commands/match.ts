import fs from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import {
  InstanceError,
  readInstance,
  secondsOfRun,
  startMatching,
  workOf,
  type MatchingAnswer,
} from '../features/matching/index.js';
import type { Snapshot, Solution } from '../scheduling/index.js';
import { summaryOf } from './match-summary.js';

interface MatchOptions {
  readonly out?: string;
  readonly seconds: number;
  readonly seed: number;
  readonly boundSeconds?: number;
}

/**
 * `welcome-talks match <instance> [-o solution.json] [--seconds N] [--seed N]`: the best plan for an instance file,
 * without a database. Exit code 2 when a file cannot be used.
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
      'how long to take in all on an ordinary machine; the same work on every machine',
      seconds,
      30,
    )
    .option(
      '--bound-seconds <number>',
      'how many of these seconds to look for a proof of how good the plan is; 0: none; left out: up to a half',
      seconds,
    )
    .option('--seed <number>', 'another seed gives another plan of about the same cost', seed, 1)
    .action((file: string, options: MatchOptions) => match(file, options));
}

async function match(file: string, options: MatchOptions): Promise<void> {
  try {
    const snapshot = await readInstance(file);
    if (options.out !== undefined) await assertWritable(options.out);
    const found = await planOf(snapshot, options);
    const solution: Solution = { instance: snapshot.id, talks: found.talks };
    if (options.out !== undefined) await fs.writeFile(options.out, `${JSON.stringify(solution)}\n`);
    process.stdout.write(summaryOf(snapshot, found));
  } catch (error) {
    if (!(error instanceof InstanceError || error instanceof OutputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Ctrl-C ends the search with the best plan so far. */
async function planOf(snapshot: Snapshot, options: MatchOptions): Promise<MatchingAnswer> {
  const { seconds, seed, boundSeconds } = options;
  const { search, proof } = secondsOfRun(snapshot.newcomers.length, seconds, boundSeconds);
  const work = { work: workOf(search), boundWork: workOf(proof) };
  const { answer, cancel } = startMatching(snapshot, { ...work, seed });
  process.once('SIGINT', cancel);
  try {
    return await answer;
  } finally {
    process.off('SIGINT', cancel);
  }
}

class OutputError extends Error {}

/** Asked before the search, so that nobody waits in vain. */
async function assertWritable(file: string): Promise<void> {
  try {
    await (await fs.open(file, 'a')).close();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new OutputError(`${file}: cannot be written (${cause}); choose a file in a folder that exists`);
  }
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
