import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Links } from '../../../src/features/links/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aBookedTalk } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('N11, the code on a letter', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.transaction((tx) => tx.query('delete from talks; delete from rate_limits'));
  });

  afterAll(() => test.close());

  const type = (code: string): Promise<Response> =>
    fetch(`${test.url}/code`, { method: 'POST', body: new URLSearchParams({ code }), redirect: 'manual' });
  const aTalkBy = async (channel: 'email' | 'letter') => {
    const { talkId } = await aBookedTalk(test, world, {}, { row: { channel, letter_language: 'ar' } });
    return test.app.get(Links, { strict: false }).onPaper(talkId);
  };

  it('is asked for in a form of one field', async () => {
    const answer = await fetch(`${test.url}/code`, { headers: { 'accept-language': 'ar' } });
    const html = await answer.text();

    expect(answer.status).toBe(200);
    expect(html).toContain('dir="rtl"');
    expect(await htmlFaults(html)).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('opens the page of its talk, in any case and with blanks', async () => {
    const paper = (await aTalkBy('letter'))!;

    const answer = await type(` ${paper.code.slice(0, 4).toLowerCase()} ${paper.code.slice(4)} `);

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(new URL(paper.url).pathname);
  });

  it('exists only for people who get letters', async () => {
    expect(await aTalkBy('email')).toBeUndefined();
  });

  it.each(['', 'ABCD', 'ABCDEFGH', '0000 0000', "'; drop table links"])('refuses %p alike', async (code) => {
    const answer = await type(code);

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Diesen Code gibt es nicht.');
  });

  it('lets nobody try more than five a minute', async () => {
    const tries: number[] = [];
    for (let each = 0; each < 6; each += 1) tries.push((await type('ABCDEFGH')).status);

    expect(tries).toEqual([422, 422, 422, 422, 422, 429]);
  });
});
