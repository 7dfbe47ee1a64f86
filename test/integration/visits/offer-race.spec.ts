import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { freshDatabase } from '../../support/database.js';

jest.setTimeout(240_000);

const RACE = path.resolve('bench/offers.mjs');

describe('interpreters who accept the same talk at one moment, over HTTP from two web processes', () => {
  it('one has it, all others read that it is taken, and each gets one notice', async () => {
    const database = await freshDatabase();
    const env = {
      PATH: process.env['PATH'],
      CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'],
      DATABASE_URL: database.url,
      ROUNDS: '5',
      INTERPRETERS: '20',
    };
    try {
      // 1 is the race's own word for a wrong result, which is read from the output
      const { stdout } = await promisify(execFile)(process.execPath, [RACE], { env }).catch(
        (error: unknown) => {
          const ended = error as { code?: number; stdout: string; stderr: string };
          if (ended.code === 1 && ended.stdout.includes('{')) return ended;
          throw new Error(`The race did not run: ${ended.stderr}`, { cause: error });
        },
      );

      // two of the five rounds are between two interpreters, three between twenty
      expect(JSON.parse(stdout)).toMatchObject({
        rounds: 5,
        statuses: { '200': 5, '409 offer-taken': 59 },
        wrongRounds: 0,
        deadlocks: 0,
      });
    } finally {
      await database.drop();
    }
  });
});
