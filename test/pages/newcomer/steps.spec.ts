import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { anInvitedTalk, type InvitedTalk, type InvitedTalkOptions } from '../../support/newcomer.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

const LANGUAGES = ['de', 'en', 'ar', 'ta'] as const;

describe('the steps of a newcomer', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from rate_limits');
  });

  afterAll(() => test.close());

  const invited = (options?: InvitedTalkOptions): Promise<InvitedTalk> => anInvitedTalk(test, world, options);

  const page = async (address: string): Promise<CheerioAPI> => load(await (await fetch(address)).text());

  const post = (address: string, fields: [string, string][]): Promise<Response> =>
    fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  const follow = async (answer: Response): Promise<CheerioAPI> =>
    page(new URL(answer.headers.get('location') ?? '', test.url).href);

  const row = async ({ talkId }: InvitedTalk): Promise<Record<string, unknown>> => {
    const [talk] = await test.database.query<Record<string, unknown>>('select * from talks where id = $1', [
      talkId,
    ]);
    return talk ?? {};
  };

  describe('wishing for other times', () => {
    it.each(LANGUAGES)('asks in %s for half days of the working week', async (language) => {
      const talk = await invited({ letterLanguage: language });

      const html = await (await fetch(`${talk.url}/wish`)).text();
      const $ = load(html);

      expect($('fieldset legend')).toHaveLength(5);
      expect($('input[type=checkbox]')).toHaveLength(10);
      expect($('textarea, input[type=text]')).toHaveLength(0);
      expect(await htmlFaults(html)).toEqual([]);
    });

    it('tells the office, once, and says that the old appointment still counts', async () => {
      const talk = await invited();
      const wish: [string, string][] = [
        ['half-days', 'mon-morning'],
        ['half-days', 'thu-afternoon'],
      ];

      const first = await post(`${talk.url}/wish`, wish);
      const version = (await row(talk))['version'];
      const second = await post(`${talk.url}/wish`, wish);
      const $ = await follow(second);

      expect([first.status, second.status]).toEqual([303, 303]);
      expect(await row(talk)).toMatchObject({
        state: 'change-requested',
        wishes: 'mon-morning,thu-afternoon',
        version,
      });
      expect($('h1').text()).toBe('Wir haben Ihren Wunsch erhalten');
      expect($('main').text()).toContain('Bis dann gilt dieser Termin:');
      expect($('.button').first().text()).toBe('Ja, ich komme');
      const again = await page(`${talk.url}/wish`);
      expect(again('input[checked]')).toHaveLength(2);
    });

    it('asks again when nothing was ticked', async () => {
      const talk = await invited();

      const answer = await post(`${talk.url}/wish`, []);
      const html = await answer.text();
      const $ = load(html);

      expect(answer.status).toBe(422);
      expect($('title').text()).toBe('Fehler: Wann können Sie kommen?');
      expect($('[role=alert] a').attr('href')).toBe('#half-days');
      expect($('#half-days')).toHaveLength(1);
      expect(await htmlFaults(html)).toEqual([]);
      expect(await row(talk)).toMatchObject({ state: 'invited' });
    });
  });

  describe('cancelling', () => {
    it.each(LANGUAGES)('offers another time first, in %s', async (language) => {
      const talk = await invited({ letterLanguage: language });

      const html = await (await fetch(`${talk.url}/cancel`)).text();
      const $ = load(html);

      expect($('.button').first().attr('href')).toMatch(/\/other$/);
      expect($('input[type=radio][checked]')).toHaveLength(0);
      expect($('input[type=radio]')).toHaveLength(5);
      expect($('.card').text()).toContain('(28.01.2027)');
      expect(await htmlFaults(html)).toEqual([]);
    });

    it('takes place once, with or without a reason', async () => {
      const talk = await invited();
      const form: [string, string][] = [
        ['sure', 'yes'],
        ['revision', '1'],
        ['reason', 'moved'],
      ];

      const first = await post(`${talk.url}/cancel`, form);
      const version = (await row(talk))['version'];
      const second = await post(`${talk.url}/cancel`, form);
      const $ = await follow(second);

      expect([first.status, second.status]).toEqual([303, 303]);
      expect(await row(talk)).toMatchObject({
        state: 'cancelled',
        cancelled_by: 'household',
        cancel_reason: 'Ich bin weggezogen',
        version,
      });
      expect($('h1').text()).toBe('Ihr Termin ist abgesagt');
      expect($('main').text()).toContain('Sie haben den Termin abgesagt.');
    });

    it.each([
      ['a form without the second field', [['revision', '1']]],
      [
        'the page of a talk that was moved meanwhile',
        [
          ['sure', 'yes'],
          ['revision', '7'],
        ],
      ],
    ])('does not happen by %s', async (_, fields) => {
      const talk = await invited();

      const answer = await post(`${talk.url}/cancel`, fields as [string, string][]);

      expect(answer.status).toBe(303);
      expect(await row(talk)).toMatchObject({ state: 'invited', version: 1 });
    });
  });

  describe('after the deadline of the office', () => {
    const NEAR = '2027-01-12T07:59:00Z';

    it.each(['wish', 'cancel'])('the page %s leads back to the appointment', async (step) => {
      const talk = await invited({ startsAt: NEAR });

      const answer = await fetch(`${talk.url}/${step}`, { redirect: 'manual' });

      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/t/${talk.token}`);
    });

    it('no form changes anything', async () => {
      const talk = await invited({ startsAt: NEAR });

      await post(`${talk.url}/wish`, [['half-days', 'mon-morning']]);
      await post(`${talk.url}/cancel`, [
        ['sure', 'yes'],
        ['revision', '1'],
      ]);

      expect(await row(talk)).toMatchObject({ state: 'invited', version: 1 });
    });
  });
});
