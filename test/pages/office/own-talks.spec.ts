import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anInvitedTalk, type InvitedTalk } from '../../support/newcomer.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aSmallWorld } from '../../support/world.js';

/** Both talks have begun, so that there are outcomes to click. */
const BEGUN = '2027-01-11T07:30:00Z';

describe('a caseworker', () => {
  let test: TestApp;
  let browser: StaffBrowser;
  let own: InvitedTalk;
  let colleagues: InvitedTalk;

  beforeAll(async () => {
    test = await startTestApp();
    const world = await aSmallWorld(test.database);
    const [caseworkerId, colleagueId] = world.caseworkerIds;
    await aStaffUser(test, world.officeId, { role: 'caseworker', caseworkerId });
    own = await anInvitedTalk(test, world, { startsAt: BEGUN });
    colleagues = await anInvitedTalk(test, world, {
      startsAt: BEGUN,
      talk: {
        caseworker_id: colleagueId,
        room_id: world.roomIds[1],
        interpreter_id: null,
        interpreter_mode: null,
        provision: 'caseworker',
        language: 'de',
      },
    });
    browser = await signedIn(test);
  });

  afterAll(() => test.close());

  const statuses = (talk: InvitedTalk): Promise<number[]> =>
    Promise.all(
      [`talks/${talk.talkId}`, `week?t=${talk.talkId}`, `households/${talk.householdId}`].map(
        async (path) => (await browser.get(`/office/${path}`)).status,
      ),
    );

  it('sees the talks that they lead, and the households of these', async () => {
    expect(await statuses(own)).toEqual([200, 200, 200]);
    expect(await statuses(colleagues)).toEqual([404, 404, 404]);
  });

  it('sees no other talk on the pages of the day and the week', async () => {
    for (const path of ['/office/today', '/office/week?by=list']) {
      const page = await browser.page(path);
      expect(page).toContain(own.talkId);
      expect(page).not.toContain(colleagues.talkId);
    }
  });

  it('says what came of their own talks only', async () => {
    const fields = { version: '1', outcome: 'held' };

    expect((await browser.post(`/office/talks/${colleagues.talkId}/outcome`, fields)).status).toBe(404);
    expect((await browser.post(`/office/talks/${own.talkId}/outcome`, fields)).status).toBe(303);
  });

  it('is led to nothing that is closed to them', async () => {
    const paths = ['/office/today', `/office/talks/${own.talkId}`, `/office/households/${own.householdId}`];
    const links = new Set<string>();
    for (const path of paths) {
      load(await browser.page(path))('a[href^="/office"], form[action^="/office"]').each((_, element) => {
        links.add(element.attribs['href'] ?? element.attribs['action'] ?? '');
      });
    }
    const gets = [...links].filter((link) => !/language|logout|outcome/.test(link));

    const answers = await Promise.all(
      gets.map(async (link) => [link, (await browser.get(link)).status < 400]),
    );
    expect(answers.filter(([, isOpen]) => isOpen !== true)).toEqual([]);
  });
});
