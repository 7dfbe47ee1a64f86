import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { BookTalk } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aStaffUser, aWrittenTalk, nameContact, signedIn, type StaffBrowser } from '../../support/office.js';
import { aChoice } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('the day at a glance', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'gemeinde@example.ch', role: 'municipality' });
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    await test.database.query('delete from notices');
    await test.database.query('delete from talks');
  });

  afterAll(() => test.close());

  const talk = async (last: string, row: Record<string, unknown>): Promise<string> => {
    const householdId = await aHousehold(test.database, world.officeId, { state: 'planned' });
    await nameContact(test, householdId, { first: 'Abeba', last });
    return aWrittenTalk(test, world, { household_id: householdId, ...row });
  };

  it('shows the talks of the day by time', async () => {
    await talk('Spät', { starts_at: '2027-01-11T13:00:00Z', state: 'confirmed' });
    await talk('Früh', { starts_at: '2027-01-11T07:30:00Z' });
    await talk('Morgen', { starts_at: '2027-01-12T09:00:00Z' });

    const $ = load(await browser.page('/office/today'));
    const names = $('.day-talk h3')
      .toArray()
      .map((name) => $(name).text());

    expect(names).toEqual(['Abeba Früh', 'Abeba Spät']);
    expect($('.day-talk').first().text()).toContain('08:30–09:15');
  });

  it('takes an outcome by one click on what is usual, two on the rest', async () => {
    const id = await talk('Früh', { starts_at: '2027-01-11T07:30:00Z' });
    const $ = load(await browser.page('/office/today'));
    const forms = $(`form[action="/office/talks/${id}/outcome"]`);
    const fields = Object.fromEntries(
      forms
        .first()
        .serializeArray()
        .filter(({ name }) => name !== 'csrf')
        .map(({ name, value }) => [name, value]),
    );

    const answer = await browser.post(`/office/talks/${id}/outcome`, fields);
    const after = load(await browser.page(answer.headers.get('location') ?? ''));

    expect(forms.first().find('button').text()).toBe('Erschienen');
    expect($('.outcome details form button').text()).toContain('Nicht erschienen');
    expect(after('h1').text()).toBe('Heute');
    expect(after('.day-talk').text()).toContain('stattgefunden');
    expect(after('.banner button').text()).toBe('Rückgängig');
    expect(after('.day-talk button').text()).toBe('Rückgängig');
  });

  it('offers no outcome before the talk has begun', async () => {
    await talk('Spät', { starts_at: '2027-01-11T13:00:00Z' });

    expect(load(await browser.page('/office/today'))('.day-talk form')).toHaveLength(0);
  });

  it('lists change requests, missing outcomes and missing answers, and nothing else', async () => {
    await talk('Wunsch', { starts_at: '2027-02-11T09:00:00Z', state: 'change-requested', wishes: 'abends' });
    await talk('Vergessen', { starts_at: '2027-01-08T09:00:00Z', state: 'confirmed' });
    await talk('Still', { starts_at: '2027-01-13T09:00:00Z', state: 'invited' });
    await talk('Fern', { starts_at: '2027-01-20T09:00:00Z', state: 'invited' });
    await talk('Fertig', { starts_at: '2027-01-07T09:00:00Z', state: 'held' });

    const $ = load(await browser.page('/office/today'));
    const boxes = $('.todo h3')
      .toArray()
      .map((title) => $(title).text());

    expect(boxes).toEqual([
      '1 Änderungswunsch',
      '1 Gespräch ohne Ausgang',
      '1 Termin in den nächsten 3 Tagen ohne Antwort',
    ]);
    expect($('.todo').text()).toContain('Wünsche: abends');
    expect($('.todo').text()).not.toContain('Fern');
    expect($('.todo').text()).not.toContain('Fertig');
  });

  it('says when the next talk is on a day without any, and that nothing is to do', async () => {
    await talk('Bald', { starts_at: '2027-01-20T09:00:00Z', state: 'confirmed' });

    const $ = load(await browser.page('/office/today'));

    expect($('.empty').first().text()).toBe(
      'Heute keine Gespräche. Nächstes: Mittwoch, 20. Januar 2027, 10:00',
    );
    expect($('.empty').last().text()).toBe('Nichts zu erledigen.');
  });

  it('is closed to a municipality', async () => {
    expect((await (await signedIn(test, 'gemeinde@example.ch')).get('/office/today')).status).toBe(403);
  });

  describe('and what was told to whom', () => {
    let householdId: number;

    beforeEach(async () => {
      householdId = await aHousehold(test.database, world.officeId);
      await nameContact(test, householdId, { first: 'Sara', last: 'Muster' });
      await test.app.get(BookTalk, { strict: false }).run({
        officeId: world.officeId,
        householdId,
        actor: 'system',
        choice: aChoice(world),
      });
      await test.database.query(
        `update notices set state = 'bounced', state_reason = 'address-unknown', smtp_reply = '550 no such user',
           subject = 'Ihr Termin', body_text = 'Guten Tag <b>Sara</b>' where kind = 'invitation'`,
      );
    });

    it('shows how far each notice came, the errors in words', async () => {
      const $ = load(await browser.page('/office/delivery?state=trouble'));

      expect($('tbody tr')).toHaveLength(1);
      expect($('tbody').text()).toContain('Einladung');
      expect($('tbody').text()).toContain('nicht zustellbar');
      expect($('tbody').text()).toContain('Diese Adresse gibt es nicht.');
      expect($('tbody').text()).toContain('550 no such user');
      expect($('.page-head').text()).toContain('1 Nachricht braucht jemanden');
      expect($('.nav .count-urgent').text()).toContain('1');
    });

    it('is narrowed by state and kind, and says when nothing matches', async () => {
      const kinds = load(await browser.page('/office/delivery?kind=interpreter-booked'));
      const none = load(await browser.page('/office/delivery?state=failed'));

      expect(kinds('tbody tr')).toHaveLength(1);
      expect(kinds('tbody').text()).toContain('Auftrag an Dolmetschende');
      expect(none('.empty').text()).toContain('Keine Treffer');
      expect((await browser.get('/office/delivery?state=x&kind=%00&before=1')).status).toBe(200);
    });

    it('sends a notice again by a click', async () => {
      const $ = load(await browser.page('/office/delivery?state=trouble'));
      const action = $('tbody form').attr('action') ?? '';

      const answer = await browser.post(action, {});
      const after = load(await browser.page('/office/delivery?state=trouble'));

      expect(answer.headers.get('location')).toBe('/office/delivery?done=resent');
      expect(after('.empty').text()).toContain('Keine Fehler');
    });

    it('does not send what there is not', async () => {
      const unknown = await browser.post('/office/delivery/00000000-0000-0000-0000-000000000000/resend', {});
      const nonsense = await browser.post('/office/delivery/nonsense/resend', {});

      expect([unknown.status, nonsense.status]).toEqual([404, 404]);
    });

    it('stands in the history of the household with its exact words, escaped', async () => {
      const $ = load(await browser.page(`/office/households/${householdId}`));

      expect($('.timeline').text()).toContain('Einladung an Sara Muster');
      expect($('.message-text').text()).toBe('Guten Tag <b>Sara</b>');
      expect($('.timeline').text()).toContain('Termin gebucht');
    });

    it('waits on the page of the day', async () => {
      const $ = load(await browser.page('/office/today'));

      expect($('.todo').text()).toContain('1 Zustellfehler');
      expect($('.todo a').last().attr('href')).toBe('/office/delivery?state=trouble');
    });
  });

  describe('finding a household', () => {
    beforeAll(async () => {
      const id = await aHousehold(test.database, world.officeId, { reference: '2027-000123' });
      await nameContact(test, id, { first: 'Zoë', last: 'Unverwechselbar' });
      await reachHousehold(test.database, id, { phone: '079 123 45 67' });
      const other = await aSmallWorld(test.database);
      const foreign = await aHousehold(test.database, other.officeId);
      await nameContact(test, foreign, { first: 'Zoë', last: 'Unverwechselbar' });
    });

    it.each(['unverwechsel', '2027-000123', '079 123 45 67', '+41 79 123 45 67'])(
      'works by %s',
      async (q) => {
        const $ = load(await browser.page(`/office/search?q=${encodeURIComponent(q)}`));

        expect($('tbody tr')).toHaveLength(1);
        expect($('tbody a').text()).toBe('Zoë Unverwechselbar');
        expect($('#search').val()).toBe(q);
      },
    );

    it.each([
      ['', 'mindestens zwei Zeichen'],
      ['a', 'mindestens zwei Zeichen'],
      ['%%', 'Keine Treffer'],
      ['<script>', 'Keine Treffer'],
    ])('answers «%s» with «%s»', async (q, words) => {
      const $ = load(await browser.page(`/office/search?q=${encodeURIComponent(q)}`));

      expect($('.empty').text()).toContain(words);
    });

    it('comes before a talk that begins in the plan, and keeps day and room', async () => {
      const $ = load(
        await browser.page('/office/talks/new?day=2027-01-26&room=7&who=unverwechsel&caseworker=x'),
      );

      expect($('tbody tr')).toHaveLength(1);
      expect($('tbody a').attr('href')).toMatch(
        /^\/office\/households\/\d+\/talk\?from=2027-01-26&to=2027-01-26&room=7$/,
      );
    });
  });

  describe('while it is open', () => {
    const streamOf = async (url: string, page: string) => {
      const bar = load(page)('[data-live]');
      const asked = { topics: bar.attr('data-live') ?? '', since: bar.attr('data-live-since') ?? '' };
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const address = `${url}/office/live?${String(new URLSearchParams(asked))}`;
      const answer = await fetch(address, { headers: { cookie, 'accept-language': 'de' } });
      return { answer, text: answer.body!.pipeThrough(new TextDecoderStream()).getReader() };
    };
    const until = async (reader: ReadableStreamDefaultReader<string>, part: string): Promise<string> => {
      let text = '';
      while (!text.includes(part)) {
        const { value, done } = await reader.read();
        if (done) return text;
        text += value;
      }
      return text;
    };

    it('is told by any process how much others have changed, not what it did itself, and until it is signed out', async () => {
      const id = await talk('Früh', { starts_at: '2027-01-11T07:30:00Z' });
      await aStaffUser(test, world.officeId, { email: 'andere@example.ch' });
      const other = await signedIn(test, 'andere@example.ch');
      const page = await browser.page('/office/today');
      const drop = (): Promise<void> => Promise.resolve();
      const second = await startTestApp(MONDAY, { database: { url: test.databaseUrl, drop } });
      const { answer, text } = await streamOf(second.url, page);

      await browser.post(`/office/talks/${id}/outcome`, { version: '1', outcome: 'held' });
      await other.post(`/office/talks/${id}/outcome/undo`, { version: '2' });
      const told = await until(text, 'anderen');
      await browser.post('/office/logout', {});
      await other.post(`/office/talks/${id}/outcome`, { version: '3', outcome: 'held' });
      const ended = await until(text, 'event: end');
      const rest = await text.read();
      browser = await signedIn(test);
      await second.close();

      expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
      expect(told).toContain('event: changes\ndata: 1 Änderung von anderen\n');
      expect(told).not.toMatch(/Früh|Abeba/);
      expect(ended).toContain('event: end');
      expect(rest.done).toBe(true);
    });

    it('refuses what no page asks for', async () => {
      const wrong = [
        'topics=talk',
        'topics=talk&since=5:3:',
        'topics=staff&since=3:5:',
        'topics=&since=3:5:',
      ];
      const answers = await Promise.all(wrong.map((query) => browser.get(`/office/live?${query}`)));

      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    });
  });
});
