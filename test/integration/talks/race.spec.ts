import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { freshDatabase } from '../../support/database.js';

jest.setTimeout(240_000);

const RACE = path.resolve('bench/race.mjs');

interface RaceResult {
  readonly rounds: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly wrongRounds: number;
  readonly doubles: number;
  readonly deadlocks: number;
  readonly withAlternatives: number;
  readonly refusalMs: { readonly p50: number; readonly p95: number };
}

/** The built product as two web processes on a database of its own, and so many rounds of 64 clients. */
async function race(settings: Readonly<Record<string, string>>): Promise<RaceResult> {
  const database = await freshDatabase();
  const env = {
    PATH: process.env['PATH'],
    CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'],
    DATABASE_URL: database.url,
    ...settings,
  };
  try {
    // 1 is the race's own word for a wrong result, which the test reads from the output
    const { stdout } = await promisify(execFile)(process.execPath, [RACE], { env }).catch(
      (error: unknown) => {
        const ended = error as { code?: number; stdout: string; stderr: string };
        if (ended.code === 1 && ended.stdout.includes('{')) return ended;
        throw new Error(`The race did not run: ${ended.stderr}`, { cause: error });
      },
    );
    process.stdout.write(stdout);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as RaceResult;
  } finally {
    await database.drop();
  }
}

describe('64 clients who want one place, over HTTP from two web processes', () => {
  it('one gets it, all others a conflict with other places, and the database meets no deadlock', async () => {
    const result = await race({ ROUNDS: '10' });

    // two of the ten rounds have room for two talks: two rooms and two caseworkers, wanted in every combination
    expect(result.statuses).toEqual({ '201': 12, '409': 628 });
    expect(result).toMatchObject({ wrongRounds: 0, doubles: 0, deadlocks: 0, withAlternatives: 628 });
  });

  it('would be seen to fail without the constraint and the locks', async () => {
    const result = await race({ ROUNDS: '4', WITHOUT: 'constraint,locks' });

    expect(result.wrongRounds).toBeGreaterThan(0);
    expect(result.doubles).toBeGreaterThan(0);
  });
});
