import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { anInvitedTalk, type InvitedTalk, type InvitedTalkOptions } from '../../support/newcomer.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

const LANGUAGES = ['de', 'en', 'ar', 'ta'] as const;

/** What the first form of a page would send. */
function fieldsOf($: CheerioAPI): [string, string][] {
  return $('form')
    .first()
    .find('input[type=hidden]')
    .toArray()
    .map((input) => [String($(input).attr('name')), String($(input).val())]);
}

/** `(28.01.2027)` as cards show it; all times here are in the middle of the day. */
function numericDate(start: string): string {
  return `(${start.slice(8, 10)}.${start.slice(5, 7)}.${start.slice(0, 4)})`;
}

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

  describe('another time', () => {
    it.each(LANGUAGES)('is chosen in %s from at most eight offers on three days', async (language) => {
      const talk = await invited({ letterLanguage: language });

      const html = await (await fetch(`${talk.url}/other`)).text();
      const $ = load(html);
      const starts = $('input[name=start]')
        .toArray()
        .map((input) => String($(input).val()));

      expect(starts.length).toBeGreaterThan(2);
      expect(starts.length).toBeLessThanOrEqual(8);
      expect($('details').length).toBeLessThanOrEqual(3);
      expect($('details[open]')).toHaveLength(1);
      expect(starts).toEqual([...starts].sort());
      expect(starts).not.toContain('2027-01-28T13:00:00.000Z');
      expect(await htmlFaults(html)).toEqual([]);
    });

    it('is checked against the old one, then taken with everything that belongs to it', async () => {
      const talk = await invited();
      const choice = await page(`${talk.url}/other`);
      const start = String(choice('input[name=start]').last().val());

      const html = await (await fetch(`${talk.url}/move?start=${start}`)).text();
      const check = load(html);
      const answer = await post(new URL(check('form').attr('action') ?? '', test.url).href, fieldsOf(check));
      const $ = await follow(answer);

      expect(await htmlFaults(html)).toEqual([]);
      expect(check('.card').first().text()).toContain(numericDate(start));
      expect(check('.card').last().text()).toContain('(28.01.2027)');
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).not.toContain(talk.token);
      expect($('h1').text()).toBe('Ihr Termin ist bestätigt');
      expect($('.card').text()).toContain(numericDate(start));
      expect(await row(talk)).toMatchObject({ starts_at: new Date(start), state: 'confirmed', revision: 2 });
      const kinds = await test.database.query<{ resource_kind: number }>(
        'select resource_kind from allocations where talk_id = $1 order by 1',
        [talk.talkId],
      );
      expect(kinds.map((kind) => kind.resource_kind)).toEqual([1, 2, 3, 4]);
    });

    it('is taken once when its form is sent twice, and the old link leads to it', async () => {
      const talk = await invited();
      const choice = await page(`${talk.url}/other`);
      const start = String(choice('input[name=start]').first().val());
      const fields: [string, string][] = [
        ['start', start],
        ['revision', '1'],
      ];

      const first = await post(`${talk.url}/move`, fields);
      const second = await post(`${talk.url}/move`, fields);
      const old = await page(talk.url);

      expect([first.status, second.status]).toEqual([303, 303]);
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(await row(talk)).toMatchObject({ revision: 2, version: 2 });
      expect(old('.card').text()).toContain(numericDate(start));
      expect(old('main').text()).toContain('Der Termin in der alten E-Mail gilt nicht mehr.');
    });

    it('that somebody else took meanwhile is not taken: the talk stays and other times are offered', async () => {
      const talk = await invited();
      const choice = await page(`${talk.url}/other`);
      const start = String(choice('input[name=start]').first().val());
      await test.database.query(
        `insert into allocations (resource_kind, resource_id, during, reason)
         values (3, $1, tstzrange($2::timestamptz, $2::timestamptz + interval '45 min'), 'elsewhere')`,
        [world.interpreterId, start],
      );

      const check = await fetch(`${talk.url}/move?start=${start}`);
      const answer = await post(`${talk.url}/move`, [
        ['start', start],
        ['revision', '1'],
      ]);
      const html = await answer.text();
      const $ = load(html);

      expect([check.status, answer.status]).toEqual([409, 409]);
      expect($('[role=alert]').text()).toContain('Ihr alter Termin gilt weiter.');
      expect($(`input[value="${start}"]`)).toHaveLength(0);
      expect($('input[name=start]').length).toBeGreaterThan(0);
      expect(await htmlFaults(html)).toEqual([]);
      expect(await row(talk)).toMatchObject({ state: 'invited', version: 1 });
      await test.database.query(`delete from allocations where reason = 'elsewhere'`);
    });

    it('cannot be one that was never offered', async () => {
      const talk = await invited();

      for (const start of ['2027-01-30T10:00:00Z', '2027-01-11T09:00:00Z', '2027-01-28T02:00:00Z']) {
        const answer = await post(`${talk.url}/move`, [
          ['start', start],
          ['revision', '1'],
        ]);
        expect(answer.status).toBe(409);
      }
      expect(await row(talk)).toMatchObject({ state: 'invited', version: 1 });
    });

    it('is asked for again when none was chosen', async () => {
      const talk = await invited();

      const answer = await fetch(`${talk.url}/move`);
      const $ = load(await answer.text());

      expect(answer.status).toBe(422);
      expect($('title').text()).toBe('Fehler: Welcher Termin passt Ihnen?');
      expect($('[role=alert] a').attr('href')).toBe('#offers');
      expect($('#offers')).toHaveLength(1);
    });

    it('does not replace a time that the office changed meanwhile: the new one is shown', async () => {
      const talk = await invited();
      await test.database.query(
        `update talks set starts_at = '2027-02-02T09:00Z', revision = 2, version = 2 where id = $1`,
        [talk.talkId],
      );

      const answer = await post(`${talk.url}/move`, [
        ['start', '2027-02-01T09:00:00.000Z'],
        ['revision', '1'],
      ]);
      const $ = await follow(answer);

      expect($('.card').text()).toContain('(02.02.2027)');
      expect(await row(talk)).toMatchObject({ version: 2 });
    });

    it('leads to the wishes when nothing is free', async () => {
      const talk = await invited();
      await test.database.query(
        `insert into absences (resource_kind, resource_id, during) values (3, $1, tstzrange('2027-01-01', '2028-01-01'))`,
        [world.interpreterId],
      );

      const $ = await page(`${talk.url}/other`);
      await test.database.query('delete from absences');

      expect($('main').text()).toContain('Im Moment ist kein anderer Termin frei.');
      expect($('main .button').attr('href')).toMatch(/\/wish$/);
      expect($('form')).toHaveLength(0);
    });
  });

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

    it.each(['other', 'move', 'wish', 'cancel'])(
      'the page %s leads back to the appointment',
      async (step) => {
        const talk = await invited({ startsAt: NEAR });

        const answer = await fetch(`${talk.url}/${step}`, { redirect: 'manual' });

        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toBe(`/t/${talk.token}`);
      },
    );

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
