import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aBookedTalk, sendLater, type BookedTalk } from '../../support/notices.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('the steps of inviting a household', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;
  let booked: BookedTalk;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    const row = { street: 'Rheinstrasse 12', postcode: '4410', town: 'Liestal' };
    booked = await aBookedTalk(test, world, { starts_at: '2027-03-04T13:00:00Z' }, { row });
  });

  afterAll(() => test.close());

  const page = (): Promise<string> => browser.page(`/office/households/${booked.householdId}`);
  const rungs = async (): Promise<string[]> => {
    const card = load(await page())('section.card').filter(
      (_, card) => load(card)('h2').text() === 'Einladungsfolge',
    );
    return card
      .find('li')
      .toArray()
      .map((item) => load(item).text().replaceAll(/\s+/g, ' ').trim());
  };
  const post = async (step: string, fields: Record<string, string> = {}): Promise<string | null> => {
    const answer = await browser.post(`/office/households/${booked.householdId}/ladder/${step}`, fields);
    return answer.headers.get('location');
  };

  it('stand on its page with their days, the told ones and those to come', async () => {
    await sendLater(test, 2);

    expect(await rungs()).toEqual([
      expect.stringMatching(/^Einladung .*gesendet.*11\.01\.2027 · E-Mail$/),
      expect.stringMatching(/^Bitte um Antwort .*18\.01\.2027 · E-Mail$/),
      expect.stringMatching(/^Bitte um Antwort \(Brief\) .*25\.01\.2027 · Brief$/),
      expect.stringMatching(/^Zweite Einladung .*08\.02\.2027 · E-Mail$/),
    ]);
    expect(await htmlFaults(await page())).toEqual([]);
  });

  it('are suspended with a reason, and go on', async () => {
    const home = `/office/households/${booked.householdId}`;
    expect(await post('suspend', { because: ' ' })).toBe(`${home}?done=ladder-without-reason`);
    expect(await post('suspend', { because: 'Im Spital' })).toBe(`${home}?done=ladder-suspended`);
    expect(await page()).toContain('Ausgesetzt seit 11.01.2027: Im Spital');
    expect(await page()).toContain('Einladungsfolge ausgesetzt');
    expect(load(await browser.page('/office/inbox?state=all&rung=suspended'))('tbody tr')).toHaveLength(1);

    expect(await post('resume')).toBe(`${home}?done=ladder-resumed`);
    expect(await page()).not.toContain('Im Spital');
    expect(await page()).toContain('Einladungsfolge geht weiter');
  });

  it('are those of its group from the next invitation on', async () => {
    expect(await post('group', { group: 'voluntary' })).toContain('done=saved');
    expect(await page()).toContain('Das Kommen ist freiwillig.');
    const wrong = await browser.post(`/office/households/${booked.householdId}/ladder/group`, {
      group: 'none',
    });
    expect(wrong.status).toBe(422);
  });

  it('narrow the list of households', async () => {
    const listed = async (rung: string): Promise<number> =>
      load(await browser.page(`/office/inbox?state=all&rung=${rung}`))('tbody tr').length;
    await sendLater(test, 2);
    expect([await listed('invitation'), await listed('answer-reminder')]).toEqual([1, 0]);

    test.clock.moveTo(new Date('2027-01-18T08:01:00Z'));
    await sendLater(test, 0);
    browser = await signedIn(test);
    expect([await listed('invitation'), await listed('answer-reminder')]).toEqual([0, 1]);
  });
});
