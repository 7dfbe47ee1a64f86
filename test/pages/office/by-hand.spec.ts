import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { TalkQueries, type TalkView } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, nameContact, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('an appointment by hand', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;
  let householdId: number;
  let list: string;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'b.muster@example.ch', name: 'Beat Muster' });
    await aStaffUser(test, world.officeId, { email: 'report@example.ch', role: 'reporting' });
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from absences');
    householdId = await aHousehold(test.database, world.officeId);
    await nameContact(test, householdId, { first: 'Abeba', last: 'Muster' });
    list = `/office/households/${householdId}/talk`;
  });

  afterAll(() => test.close());

  const talksOf = (id = householdId): Promise<TalkView[]> =>
    test.app.get(TalkQueries, { strict: false }).ofHousehold(world.officeId, id);
  const hrefs = ($: CheerioAPI): string[] =>
    $('.slot a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
  const formOf = ($: CheerioAPI): Record<string, string> =>
    Object.fromEntries(
      $('main form[method=post]')
        .serializeArray()
        .filter(({ name }) => name !== 'csrf')
        .map(({ name, value }) => [name, value]),
    );
  /** Every field of a choice that breaks no rule but those the changes break. */
  const choice = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    startsAt: '2027-01-25T09:00:00.000Z',
    room: String(world.roomIds[0]),
    caseworker: String(world.caseworkerIds[0]),
    interpreter: String(world.interpreterId),
    interpreterMode: 'onsite',
    language: 'ti',
    ...changes,
  });

  it('begins with the five best times, each with people, price and reasons', async () => {
    const $ = load(await browser.page(list));
    const first = $('.slot').first().text();

    expect($('h1').text()).toBe('Termin für Abeba Muster');
    expect($('.slot')).toHaveLength(5);
    expect(first).toContain('Montag, 25. Januar 2027');
    expect(first).toContain('Tigrinya: Dolmetschen');
    expect(first).toMatch(/Dolmetschen CHF \d+\.\d\d/);
    expect(first).toContain('Dolmetschende für die Sprache frei');
    expect($('.slot a').first().attr('aria-label')).toMatch(/^Wählen: Montag, 25. Januar 2027/);
    expect(
      new Set(
        $('.slot h3')
          .toArray()
          .map((day) => $(day).text().split(',')[1]),
      ),
    ).toHaveProperty('size', 5);
  });

  it('is narrowed by day and room, and keeps what was chosen', async () => {
    const $ = load(
      await browser.page(`${list}?from=2027-02-02&to=2027-02-02&room=${world.roomIds[1]}&caseworker=nobody`),
    );

    expect($('.slot')).toHaveLength(5);
    expect(
      $('.slot h3')
        .text()
        .match(/2\. Februar 2027/g),
    ).toHaveLength(5);
    expect(hrefs($).every((href) => href.includes(`room=${world.roomIds[1]}`))).toBe(true);
    expect($('#from').val()).toBe('2027-02-02');
    expect($('#filter-room').val()).toBe(String(world.roomIds[1]));
  });

  it('says in words why nothing is free', async () => {
    await test.database.query(
      `insert into absences (resource_kind, resource_id, during, reason)
       values (3, $1, '[2027-01-01T00:00Z,2028-01-01T00:00Z)', 'Ferien')`,
      [world.interpreterId],
    );

    const $ = load(await browser.page(list));

    expect($('.slot')).toHaveLength(0);
    expect($('.empty h3').text()).toBe('Warum nicht?');
    expect($('.empty li').length).toBeGreaterThan(0);
    expect($('.empty').text()).toContain('Die dolmetschende Person ist abwesend.');
  });

  it('is looked at once more, then booked, and can be taken back', async () => {
    const slots = load(await browser.page(list));
    const check = load(await browser.page(hrefs(slots)[0] ?? ''));
    const before = await talksOf();

    const answer = await browser.post(list, formOf(check));
    const [talk] = await talksOf();
    const shown = load(await browser.page(answer.headers.get('location') ?? ''));

    expect(check('main').text()).toContain('erhält eine Einladung per E-Mail (Tigrinya)');
    expect(check('main').text()).toContain('erhält einen Auftrag');
    expect(before).toHaveLength(0);
    expect(talk?.state).toBe('invited');
    expect(shown('.banner').text()).toContain('Der Termin ist gebucht.');
    expect(shown('.banner a').attr('href')).toBe(`/office/talks/${talk?.id}/cancel`);
  });

  it('sent twice is one talk', async () => {
    await browser.post(list, choice());

    const again = await browser.post(list, choice());
    const [talk] = await talksOf();

    expect(await talksOf()).toHaveLength(1);
    expect(again.headers.get('location')).toBe(`/office/talks/${talk?.id}?done=has-talk`);
  });

  it('shows the loser of a race the next best times, and books nothing', async () => {
    const otherId = await aHousehold(test.database, world.officeId);
    await browser.post(`/office/households/${otherId}/talk`, choice());

    const answer = await browser.post(list, choice());
    const $ = load(await answer.text());

    expect(answer.status).toBe(409);
    expect($('[role=alert]').text()).toContain('inzwischen vergeben');
    expect(hrefs($).length).toBeGreaterThan(0);
    expect(hrefs($)[0]).toContain(`/office/households/${householdId}/talk/check?startsAt=`);
    expect(await talksOf()).toHaveLength(0);
  });

  it('at another time is typed by hand', async () => {
    const query = new URLSearchParams({ ...choice(), startsAt: '', day: '2027-03-29', time: '09:15' });

    const $ = load(await browser.page(`${list}/check?${query}`));

    expect($('main').text()).toContain('Montag, 29. März 2027, 09:15–10:00');
    expect(formOf($)['startsAt']).toBe('2027-03-29T07:15:00.000Z');
  });

  it('shows a wrong time again, with the form open and a linked message', async () => {
    const query = new URLSearchParams({ ...choice(), startsAt: '', day: '2027-01-25', time: 'noon' });

    const answer = await browser.get(`${list}/check?${query}`);
    const $ = load(await answer.text());

    expect(answer.status).toBe(422);
    expect($('.error-summary a').attr('href')).toBe('#time');
    expect($('details.free-form').attr('open')).toBeDefined();
    expect($('#time').val()).toBe('noon');
  });

  describe('against a rule', () => {
    const tomorrow = '2027-01-12T09:00:00.000Z';

    it('of the office needs a reason, which is kept', async () => {
      const refused = await browser.post(list, choice({ startsAt: tomorrow }));
      const $ = load(await refused.text());
      const empty = await browser.post(list, { ...formOf($), overrideReason: ' ' });
      const booked = await browser.post(list, { ...formOf($), overrideReason: 'Familie reist ab' });

      expect(refused.status).toBe(422);
      expect($('.error-summary').text()).toContain('Die Einladung käme zu kurzfristig.');
      expect($('main button').text()).toBe('Trotzdem buchen');
      expect(empty.status).toBe(422);
      expect(load(await empty.text())('.error-summary a').attr('href')).toBe('#overrideReason');
      expect(booked.status).toBe(303);
      expect((await talksOf())[0]?.overrideReason).toBe('Familie reist ab');
    });

    it('that protects people cannot be set aside', async () => {
      await test.database.query('update households set step_free = true where id = $1', [householdId]);
      await test.database.query('update rooms set step_free = false where id = $1', [world.roomIds[0]]);

      const refused = await browser.post(list, choice());
      const forced = await browser.post(list, choice({ overrideReason: 'Geht schon' }));
      const $ = load(await refused.text());
      await test.database.query('update rooms set step_free = true where id = $1', [world.roomIds[0]]);

      expect([refused.status, forced.status]).toEqual([422, 422]);
      expect($('.error-summary').text()).toContain('nicht stufenlos');
      expect($('main button')).toHaveLength(0);
      expect(await talksOf()).toHaveLength(0);
    });
  });

  it('leads to the talk when there is one, and home when the household does not wait', async () => {
    await browser.post(list, choice());
    const [talk] = await talksOf();
    const planned = await browser.get(list);
    const gone = await aHousehold(test.database, world.officeId, { state: 'moved-away' });
    const away = await browser.get(`/office/households/${gone}/talk/check`);

    expect(planned.headers.get('location')).toBe(`/office/talks/${talk?.id}?done=has-talk`);
    expect(away.headers.get('location')).toBe(`/office/households/${gone}?done=not-waiting`);
  });

  it('is closed to others: no other office, no role that may not plan', async () => {
    const other = await aSmallWorld(test.database);
    const foreign = await aHousehold(test.database, other.officeId);
    const reporting = await signedIn(test, 'report@example.ch');

    expect((await browser.get(`/office/households/${foreign}/talk`)).status).toBe(404);
    expect((await browser.post(`/office/households/${foreign}/talk`, choice())).status).toBe(404);
    expect((await reporting.get(list)).status).toBe(403);
    expect((await reporting.post(list, choice())).status).toBe(403);
  });

  describe('that is moved', () => {
    let talk: TalkView;
    let move: string;

    beforeEach(async () => {
      await browser.post(list, choice());
      const [booked] = await talksOf();
      if (!booked) throw new Error('nothing was booked');
      talk = booked;
      move = `/office/talks/${talk.id}/move`;
    });

    it('is offered times near the old one with what they mean for the others', async () => {
      const $ = load(await browser.page(move));

      expect($('h1').text()).toBe('Termin verschieben: Abeba Muster');
      expect($('main').text()).toContain('Jetzt: Montag, 25. Januar 2027, 10:00–10:45');
      expect($('.slot').length).toBeGreaterThan(0);
      expect($('.slot').first().text()).toContain('Montag, 25. Januar 2027');
      expect($('.changes').text()).toContain('bleibt und erhält die neue Zeit');
    });

    it('is shown before and after, moved, and leads back', async () => {
      const slots = load(await browser.page(move));
      const check = load(await browser.page(hrefs(slots)[0] ?? ''));

      const answer = await browser.post(move, formOf(check));
      const shown = load(await browser.page(answer.headers.get('location') ?? ''));
      const back = load(await browser.page(shown('.banner a').attr('href') ?? ''));
      const [moved] = await talksOf();
      await browser.post(move, formOf(back));

      expect(check('main').text()).toContain('Bisher');
      expect(check('main').text()).toContain('muss sie neu bestätigen');
      expect(moved?.startsAt).not.toEqual(talk.startsAt);
      expect(moved?.revision).toBe(2);
      expect((await talksOf())[0]?.startsAt).toEqual(talk.startsAt);
    });

    it('shows both versions when somebody else was faster', async () => {
      const check = load(await browser.page(hrefs(load(await browser.page(move)))[0] ?? ''));
      const other = await signedIn(test, 'b.muster@example.ch');
      await other.post(`/office/talks/${talk.id}/confirm`, { revision: '1' });

      const refused = await browser.post(move, formOf(check));
      const $ = load(await refused.text());
      const again = await browser.post(move, formOf($));

      expect(refused.status).toBe(409);
      expect($('main').text()).toContain('Beat Muster hat diesen Termin');
      expect(again.status).toBe(303);
      expect((await talksOf())[0]?.startsAt).not.toEqual(talk.startsAt);
    });

    it('stays where it was when the time is taken', async () => {
      const otherId = await aHousehold(test.database, world.officeId);
      const later = choice({ startsAt: '2027-01-26T09:00:00.000Z' });
      await browser.post(`/office/households/${otherId}/talk`, later);

      const answer = await browser.post(move, { ...later, version: String(talk.version) });

      expect(answer.status).toBe(409);
      expect(load(await answer.text())('[role=alert]').text()).toContain('inzwischen vergeben');
      expect((await talksOf())[0]?.startsAt).toEqual(talk.startsAt);
    });
  });
});
