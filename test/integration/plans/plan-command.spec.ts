import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type CommandEnd, runCommand } from '../../support/command.js';
import { aHousehold, aSmallWorld } from '../../support/world.js';

// each command is a process of its own
jest.setTimeout(180_000);

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const plan = (...options: readonly string[]): Promise<CommandEnd> => runCommand(test, ['plan', ...options]);

describe('the command that plans', () => {
  it('computes, and books only when it is told to', async () => {
    const { officeId } = await aSmallWorld(test.database);
    for (const language of ['ti', 'en']) await aHousehold(test.database, officeId, {}, { [language]: 3 });
    const talks = () => test.database.query<{ count: number }>('select count(*)::int as count from talks');

    const shown = await plan('--weeks', '4', '--seconds', '0.01');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('2 of 2 households have a talk, 2 of them in time');
    expect(await talks()).toEqual([{ count: 0 }]);

    const booked = await plan('--weeks', '4', '--seconds', '0.01', '--publish');
    expect(booked).toMatchObject({ code: 0, err: '' });
    expect(booked.out).toContain('booked 2, moved 0, not booked 0');
    expect(await talks()).toEqual([{ count: 2 }]);
  });

  it('says in one line what is wrong', async () => {
    expect(await plan('--weeks', 'many')).toMatchObject({ code: 2, out: '' });
    const unknown = await plan('--office', 'nowhere');
    expect([unknown.code, unknown.err.trim().split('\n').length]).toEqual([1, 1]);
  });
});
