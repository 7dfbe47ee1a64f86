import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aLink, anInvitedTalk, type InvitedTalk, type InvitedTalkOptions } from '../../support/newcomer.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

const LANGUAGES = ['de', 'en', 'ar', 'ta'] as const;

/** Kept on one line by no-break spaces. */
const PHONE = '+41 61 000 00 00'.replaceAll(' ', '\u00a0');

const TITLES = {
  invited: { de: 'Ihr Termin', en: 'Your appointment', ar: 'موعدكم', ta: 'உங்கள் சந்திப்பு' },
  confirmed: {
    de: 'Ihr Termin ist bestätigt',
    en: 'Your appointment is confirmed',
    ar: 'تم تأكيد موعدكم',
    ta: 'உங்கள் சந்திப்பு உறுதிப்படுத்தப்பட்டது',
  },
  cancelled: {
    de: 'Ihr Termin ist abgesagt',
    en: 'Your appointment is cancelled',
    ar: 'تم إلغاء موعدكم',
    ta: 'உங்கள் சந்திப்பு ரத்து செய்யப்பட்டது',
  },
} as const;

describe('the page of an appointment', () => {
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

  const get = async (address: string, init: RequestInit = {}): Promise<{ status: number; $: CheerioAPI }> => {
    const answer = await fetch(address, init);
    return { status: answer.status, $: load(await answer.text()) };
  };

  const post = (address: string, fields: Record<string, string> = {}): Promise<Response> =>
    fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  const stateOf = async ({ talkId }: InvitedTalk): Promise<string> => {
    const [row] = await test.database.query<{ state: string }>('select state from talks where id = $1', [
      talkId,
    ]);
    return String(row?.state);
  };

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(['invited', 'confirmed', 'cancelled'] as const)('says that the talk is %s', async (state) => {
      const talk = await invited({ letterLanguage: language, state });

      const { status, $ } = await get(talk.url);

      expect(status).toBe(200);
      expect($('h1').text()).toBe(TITLES[state][language]);
      expect($('title').text()).toBe(TITLES[state][language]);
      expect($('html').attr('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect($('.card').text()).toContain('(28.01.2027)');
      expect($('.card').text()).toContain('14:00–14:45');
      expect($('footer a[href^="tel:"]').text()).toBe(PHONE);
      expect($('section[lang="de-CH"] h2').text()).toBe(language === 'de' ? '' : 'Deutsch');
    });

    it('is valid HTML and says it may not be kept or found', async () => {
      const talk = await invited({ letterLanguage: language });

      const answer = await fetch(talk.url);

      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(await htmlFaults(await answer.text())).toEqual([]);
    });
  });

  it('shows first name and initial, no more', async () => {
    const { $ } = await get((await invited()).url);

    expect($('main').text()).toContain('Guten Tag \u2068Amina M.\u2069');
    expect($.html()).not.toContain('Musterfrau');
    expect($.html()).not.toContain('Nachname');
  });

  it('has three answers, in the words of the one who answers', async () => {
    const { $ } = await get((await invited()).url);

    const answers = $('main .button')
      .toArray()
      .map((element) => $(element).text());
    expect(answers).toEqual(['Ja, ich komme', 'Ich brauche einen anderen Termin', 'Ich kann nicht kommen']);
  });

  it('keeps every date, time, address and phone number from left to right in Arabic', async () => {
    const { $ } = await get((await invited({ letterLanguage: 'ar' })).url);

    const isolated = $('[dir=ltr]')
      .toArray()
      .map((element) => $(element).text());
    expect(isolated).toEqual(
      expect.arrayContaining(['(28.01.2027)', '14:00–14:45', PHONE, 'Amt für Migration Musterland']),
    );
  });

  it.each([
    [
      'ti',
      { interpreter_mode: 'phone' },
      'Tigrinya. Eine Dolmetscherin oder ein Dolmetscher hilft am Telefon.',
    ],
    [
      'own language',
      { interpreter_id: null, interpreter_mode: null, provision: 'caseworker' },
      'Tigrinya. Wir sprechen diese Sprache.',
    ],
    [
      'German',
      { interpreter_id: null, interpreter_mode: null, provision: 'german', language: 'de' },
      'Deutsch. Wir sprechen einfaches Deutsch mit Ihnen.',
    ],
  ])('says how a talk will be understood: %s', async (_, talk, expected) => {
    const { $ } = await get((await invited({ talk })).url);

    expect($('.card').text()).toContain(expected);
  });

  it('names no place for a talk by video', async () => {
    const talk = { mode: 'video', room_id: null, site_id: null, interpreter_mode: 'video' };
    const { $ } = await get((await invited({ talk })).url);

    expect($('.card').text()).toContain('Gespräch per Video');
    expect($('.card').text()).not.toContain('Zimmer');
  });

  it('has a page of the way: lift, steps and a map that nobody loads unasked; none where nobody has to go', async () => {
    await test.database.query(`update sites set lift = true, access_text = '{"de": "Eingang beim Baum."}'`);
    const onsite = await invited();
    const start = await get(onsite.url);
    const { $ } = await get(new URL(start.$('a[href$="/way"]').attr('href') ?? '', test.url).href);
    const map = new URL($('main a.button').attr('href') ?? '');
    const talk = { mode: 'video', room_id: null, site_id: null, interpreter_mode: 'video' };
    const remote = await invited({ talk, startsAt: '2027-02-02T09:00Z' });

    expect($('h1').text()).toBe('So finden Sie uns');
    expect($('main').text()).toContain('Eingang beim Baum.');
    expect($('main').text()).toContain('Es gibt einen Lift.');
    expect($('main').text()).toMatch(/Stufen/);
    expect(map.hostname).toBe('www.openstreetmap.org');
    expect(map.searchParams.get('query')).toBe(
      $('.card dd b')
        .last()
        .html()
        ?.split('<br>')
        .slice(0, 2)
        .join(', ')
        .replace(/<[^>]+>/g, ''),
    );
    expect($('[src], link[href^="http"]')).toHaveLength(0);
    expect((await fetch(`${remote.url}/way`, { redirect: 'manual' })).status).toBe(303);
  });

  it('says how accessible the pages are and whom to tell', async () => {
    const { $ } = await get(`${test.url}/accessibility?lang=de`);

    expect($('main').text()).toContain('eCH-0059');
    expect($('main a[href="mailto:amt@musterland.example"]')).toHaveLength(1);
  });

  it('writes German with English below for a language without approved texts', async () => {
    const { $ } = await get((await invited({ letterLanguage: 'ti' })).url);

    expect($('html').attr('lang')).toBe('de-CH');
    expect($('.helper').attr('lang')).toBe('en-GB');
    expect($('.helper').text()).toContain('Day: Thursday, 28 January 2027 (28.01.2027)');
  });

  it('gives a confirmed talk to the calendar of the phone, and no other', async () => {
    const confirmed = await invited({ state: 'confirmed', letterLanguage: 'ar' });
    const { $ } = await get(confirmed.url);
    const answer = await fetch(new URL($('a[href*="calendar.ics"]').attr('href') ?? '', test.url));
    const early = await fetch(`${(await invited({ startsAt: '2027-02-02T09:00Z' })).url}/calendar.ics`, {
      redirect: 'manual',
    });

    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(await answer.text()).toContain('DTSTART:20270128T130000Z');
    expect(early.status).toBe(303);
  });

  describe('saying yes', () => {
    it('confirms the talk and shows it; twice is once', async () => {
      const talk = await invited();

      const first = await post(`${talk.url}/confirm`, { revision: '1' });
      const second = await post(`${talk.url}/confirm`, { revision: '1' });
      const { $ } = await get(new URL(first.headers.get('location') ?? '', test.url).href);

      expect([first.status, second.status]).toEqual([303, 303]);
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect($('h1').text()).toBe('Ihr Termin ist bestätigt');
      expect($('main').text()).toContain('Wir erinnern Sie vor dem Termin per E-Mail.');
      const notices = await test.database.query('select 1 from notices where talk_id = $1 and kind = $2', [
        talk.talkId,
        'confirmation',
      ]);
      expect(notices).toHaveLength(1);
    });

    it('does not count for a time that was moved meanwhile: the new time is shown and asked for again', async () => {
      const talk = await invited();
      await test.database.query(
        `update talks set starts_at = '2027-02-02T09:00Z', revision = 2, version = 2 where id = $1`,
        [talk.talkId],
      );

      await post(`${talk.url}/confirm`, { revision: '1' });
      const { $ } = await get(talk.url);

      expect(await stateOf(talk)).toBe('invited');
      expect($('h1').text()).toBe('Ihr Termin ist neu');
      expect($('.card').text()).toContain('(02.02.2027)');
      expect($('input[name=revision]').val()).toBe('2');
    });

    it('works for an old phone that does not say where its form comes from', async () => {
      const talk = await invited();

      const answer = await fetch(`${talk.url}/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ revision: '1' }),
        headers: { origin: 'null' },
        redirect: 'manual',
      });

      expect(answer.status).toBe(303);
      expect(await stateOf(talk)).toBe('confirmed');
    });

    it.each([
      ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
      ['a foreign page in an old browser', { origin: 'https://evil.example' }],
    ])('is refused from %s', async (_, headers) => {
      const talk = await invited();

      const answer = await fetch(`${talk.url}/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ revision: '1' }),
        headers: headers as Record<string, string>,
        redirect: 'manual',
      });

      expect(answer.status).toBe(403);
      expect(load(await answer.text())('h1').text()).toBe('Etwas funktioniert nicht');
      expect(await stateOf(talk)).toBe('invited');
    });
  });

  describe('when the talk is near', () => {
    it('still takes a yes, but asks to call for anything else', async () => {
      const talk = await invited({ startsAt: '2027-01-12T07:00:00Z' });

      const { $ } = await get(talk.url);

      expect($('.button').text()).toBe('Ja, ich komme');
      expect($('.warn').text()).toContain('Sie können den Termin hier nicht mehr ändern.');
    });

    it('only tells where to go once it has begun', async () => {
      const talk = await invited({ startsAt: '2027-01-11T07:45:00Z' });

      const { $ } = await get(talk.url);
      await post(`${talk.url}/confirm`, { revision: '1' });

      expect($('.button')).toHaveLength(0);
      expect($('.warn').text()).toContain('Ihr Termin hat begonnen.');
      expect(await stateOf(talk)).toBe('invited');
    });

    it('says that it is over', async () => {
      const { status, $ } = await get((await invited({ startsAt: '2027-01-11T07:00:00Z' })).url);

      expect(status).toBe(200);
      expect($('h1').text()).toBe('Dieser Termin ist vorbei');
      expect($('.button')).toHaveLength(0);
    });
  });

  describe('a link that opens nothing', () => {
    it('looks the same whether it is unknown, malformed, cut off or of another purpose', async () => {
      const { talkId, householdId, token } = await invited();
      const code = await test.database.query<{ id: string }>(
        `insert into links (token_hash, purpose, talk_id, household_id, revision, expires_at)
         values (sha256('${'c'.repeat(43)}'), 'code', $1, $2, 1, '2028-01-01') returning id`,
        [talkId, householdId],
      );
      expect(code).toHaveLength(1);

      const pages = [];
      for (const wrong of [
        'x'.repeat(43),
        'c'.repeat(43),
        token.slice(0, -1),
        '1',
        '%3Cscript%3E',
        `${token}/more`,
      ]) {
        const answer = await fetch(`${test.url}/t/${wrong}`, { headers: { 'accept-language': 'de' } });
        const $ = load(await answer.text());
        $('footer .list').remove();
        pages.push({ status: answer.status, page: $.html() });
      }

      expect(pages[0]).toMatchObject({ status: 404 });
      expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
      expect(load(pages[0]?.page ?? '')('h1').text()).toBe('Diesen Link gibt es nicht');
    });

    it.each(LANGUAGES)('is explained in %s when the browser or the reader asks for it', async (language) => {
      const byBrowser = await get(`${test.url}/t/wrong`, { headers: { 'accept-language': language } });
      const byChoice = await get(`${test.url}/t/wrong?lang=${language}`);

      expect(byBrowser.$('html').attr('lang')).toMatch(new RegExp(`^${language}`));
      expect(byChoice.$('h1').text()).toBe(byBrowser.$('h1').text());
      expect(byChoice.$('footer a[href^="tel:"]').text()).toBe(PHONE);
      expect(await htmlFaults(byChoice.$.html())).toEqual([]);
    });

    it('is refused from the 21st within a minute on, while a right link still opens', async () => {
      const talk = await invited();
      const statuses = [];

      for (let count = 0; count < 22; count += 1)
        statuses.push((await fetch(`${test.url}/t/wrong${count}`)).status);
      const right = await fetch(talk.url);

      expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429]);
      expect(right.status).toBe(200);
    });
  });

  describe('a link that is too old', () => {
    it('tells when the talk is now, but takes no answer', async () => {
      const talk = await invited({ linkExpiresAt: '2027-01-10T00:00Z' });

      const { status, $ } = await get(talk.url);
      const answer = await post(`${talk.url}/confirm`, { revision: '1' });

      expect(status).toBe(410);
      expect($('h1').text()).toBe('Dieser Link gilt nicht mehr');
      expect($('.card').text()).toContain('(28.01.2027)');
      expect($.html()).not.toContain('Amina');
      expect($('form')).toHaveLength(0);
      expect(answer.status).toBe(303);
      expect(await stateOf(talk)).toBe('invited');
    });

    it('tells nothing when the talk is over', async () => {
      const { status, $ } = await get(
        (await invited({ startsAt: '2027-01-07T09:00:00Z', state: 'held' })).url,
      );

      expect(status).toBe(410);
      expect($('.card')).toHaveLength(0);
    });

    it('tells nothing when it was taken back', async () => {
      const talk = await invited();
      await test.database.query('update links set revoked_at = now() where talk_id = $1', [talk.talkId]);

      const { status, $ } = await get(talk.url);

      expect(status).toBe(410);
      expect($('.card')).toHaveLength(0);
    });

    it('is unknown when the talk belongs to another household now', async () => {
      const first = await invited();
      const token = await aLink(test, {
        talkId: first.talkId,
        householdId: (await invited({ startsAt: '2027-01-29T13:00:00Z' })).householdId,
        revision: 9,
        expiresAt: new Date('2028-01-01'),
      });

      expect((await fetch(`${test.url}/t/${token}`)).status).toBe(404);
    });
  });

  describe('a cancelled talk', () => {
    it.each([
      ['household', 'Sie haben den Termin abgesagt.'],
      ['office', 'Es ist nicht Ihr Fehler.'],
      ['interpreter', 'Es ist nicht Ihr Fehler.'],
    ])('says who cancelled it: %s', async (by, expected) => {
      const talk = await invited({ state: 'cancelled', talk: { cancelled_by: by, revision: 2 } });

      const { $ } = await get(talk.url);

      expect($('main').text()).toContain(expected);
      expect($('.button')).toHaveLength(0);
    });
  });

  it.each(['cancelled', 'no-show'])(
    'leads from a talk that is %s to the new one of the household',
    async (state) => {
      const old = await invited({ state, startsAt: '2027-01-10T09:00Z', linkExpiresAt: '2027-02-01T00:00Z' });
      const other = await invited({ startsAt: '2027-02-02T09:00Z' });
      await test.database.query('update talks set household_id = $2 where id = $1', [
        other.talkId,
        old.householdId,
      ]);
      await test.database.query('update links set household_id = $2 where talk_id = $1', [
        other.talkId,
        old.householdId,
      ]);

      const { $ } = await get(old.url);

      expect($('main').text()).toContain('Sie haben einen neuen Termin:');
      expect($('.card').text()).toContain('(02.02.2027)');
      expect($('main').text()).not.toContain('10.01.2027');
      expect($('main .button').attr('href')).toBe(`/t/${other.token}`);
    },
  );

  describe('the choice of language', () => {
    it('names each language in itself, without flags, and keeps the page', async () => {
      const talk = await invited();

      const { $ } = await get(`${talk.url}/language?from=cancel`);

      const choices = $('main .list a[hreflang]').toArray();
      expect(choices.map((choice) => [$(choice).attr('lang'), $(choice).text()])).toEqual(
        expect.arrayContaining([
          ['de-CH', 'Deutsch'],
          ['ar', 'العربية'],
          ['ta-LK', 'தமிழ்'],
        ]),
      );
      expect($(choices[0]).attr('href')).toMatch(/\/cancel\?lang=/);
      expect($('main').text()).toContain('Das Gespräch ist in dieser Sprache: Tigrinya.');
    });

    it('stays chosen on every further page without a cookie', async () => {
      const talk = await invited();

      const { $ } = await get(`${talk.url}?lang=ar`);
      const answer = await post(new URL($('form').attr('action') ?? '', test.url).href, { revision: '1' });

      expect($('html').attr('lang')).toBe('ar');
      expect(answer.headers.get('location')).toBe(`/t/${talk.token}?lang=ar`);
      expect(answer.headers.get('set-cookie')).toBeNull();
      for (const link of $('main a.button').toArray()) expect($(link).attr('href')).toContain('lang=ar');
    });

    it('ignores a language without approved texts', async () => {
      const { $ } = await get(`${(await invited({ letterLanguage: 'ar' })).url}?lang=ti`);

      expect($('html').attr('lang')).toBe('ar');
    });
  });
});
