import { afterAll, beforeAll, expect, describe, it, jest } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aHistory } from '../../support/histories/history.js';
import { faultsOf } from '../../support/histories/oracle.js';
import { randomOf } from '../../support/histories/random.js';
import { Tell } from '../../support/histories/tell.js';
import type { Told } from '../../support/histories/told-log.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

/** HISTORIES raises the number of histories, SEED repeats one series. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 30);
const SEED = Number(process.env['SEED'] ?? 20_261_123);
/** So many households live their histories at the same time, in one office and one database. */
const AT_ONCE = Math.min(HISTORIES, 500);

jest.setTimeout(120_000 + HISTORIES * 2_000);

describe('any history of talks', () => {
  let test: TestApp;
  let world: SmallWorld;
  const households: { id: number; byLetter: boolean }[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    const home = { street: 'Rheinstrasse 12', postcode: '4410', town: 'Liestal', letter_language: 'de' };
    for (let index = 0; index < AT_ONCE; index += 1) {
      const byLetter = index % 5 === 0;
      const row = { ...home, channel: byLetter ? 'letter' : 'email' };
      households.push({ id: await aHousehold(test.database, world.officeId, row, { de: 3 }), byLetter });
    }
  });

  afterAll(() => test.close());

  const lived = async (seed: number): Promise<Told> => {
    await test.database.query('delete from talks');
    await test.database.query(
      'update households set ladder_suspended_at = null, ladder_suspended_because = null',
    );
    const random = randomOf(seed);
    return new Tell(test, world, households, random).run(aHistory(random, AT_ONCE));
  };

  it(`tells everybody what holds, once, in order and in time (${HISTORIES} histories, SEED=${SEED})`, async () => {
    const counts = { talks: 0, changes: 0, arrivals: 0, looks: 0 };
    for (let done = 0; done < HISTORIES; done += AT_ONCE) {
      const seed = SEED + done;
      const told = await lived(seed);
      expect({ seed, faults: faultsOf(told) }).toEqual({ seed, faults: [] });
      counts.talks += told.talks.length;
      counts.changes += told.talks.reduce((sum, { versions }) => sum + versions.length - 1, 0);
      counts.arrivals += told.arrivals.length;
      counts.looks += told.looks.length;
      if (HISTORIES > AT_ONCE)
        process.stdout.write(`${JSON.stringify({ seed, done: done + AT_ONCE, ...counts })}\n`);
    }

    expect(counts.arrivals).toBeGreaterThan(HISTORIES);
  });
});
