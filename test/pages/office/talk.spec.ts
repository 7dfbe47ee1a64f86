import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { TalkQueries, type TalkView } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, aWrittenTalk, nameContact, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('a talk in the office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;
  let householdId: number;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'b.muster@example.ch', name: 'Beat Muster' });
    await aStaffUser(test, world.officeId, { email: 'report@example.ch', role: 'reporting' });
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    householdId = await aHousehold(test.database, world.officeId, { state: 'planned' });
    await nameContact(test, householdId, { first: 'Abeba', last: 'Muster' });
  });

  afterAll(() => test.close());

  const coming = (row = {}): Promise<string> =>
    aWrittenTalk(test, world, { household_id: householdId, starts_at: '2027-01-14T13:00:00Z', ...row });
  const begun = (row = {}): Promise<string> =>
    aWrittenTalk(test, world, { household_id: householdId, starts_at: '2027-01-11T07:30:00Z', ...row });
  const stored = (id: string): Promise<TalkView> =>
    test.app.get(TalkQueries, { strict: false }).byId(world.officeId, id);
  const householdState = async (): Promise<string | undefined> => {
    const [row] = await test.database.query<{ state: string }>('select state from households where id = $1', [
      householdId,
    ]);
    return row?.state;
  };

  /** The hidden fields of the form with this action, as a browser would send them. */
  const formOf = ($: CheerioAPI, action: string, button?: string): Record<string, string> => {
    const forms = $(`form[action="${action}"]`).filter(
      (_, form) => button === undefined || $(form).find('button').text() === button,
    );
    const entries = forms.first().serializeArray();
    return Object.fromEntries(
      entries.filter(({ name }) => name !== 'csrf').map(({ name, value }) => [name, value]),
    );
  };

  it('has a page of its own with facts and history', async () => {
    const id = await coming({ override_reason: 'Familie reist ab' });

    const $ = load(await browser.page(`/office/talks/${id}`));

    expect($('h1').text()).toBe('Abeba Muster');
    expect($('main').text()).toContain('Do 14.1., 14:00–14:45');
    expect($('main').text()).toContain('Familie reist ab');
  });

  it('is not there for other offices and for ids that are none', async () => {
    const other = await aSmallWorld(test.database);
    const foreign = await aWrittenTalk(test, other, {
      household_id: await aHousehold(test.database, other.officeId),
    });

    const shown = [foreign, '00000000-0000-0000-0000-000000000000', 'nonsense', '1'].flatMap((id) => [
      browser.get(`/office/talks/${id}`),
      browser.get(`/office/talks/${id}/cancel`),
      browser.post(`/office/talks/${id}/outcome`, { version: '1', outcome: 'held' }),
      browser.post(`/office/talks/${id}/confirm`, { revision: '1' }),
    ]);

    expect(new Set((await Promise.all(shown)).map((answer) => answer.status))).toEqual(new Set([404]));
  });

  it('is closed to whoever may not plan', async () => {
    const id = await coming();
    const reporting = await signedIn(test, 'report@example.ch');

    const answers = await Promise.all([
      reporting.get(`/office/talks/${id}`),
      reporting.get(`/office/talks/${id}/cancel`),
      reporting.post(`/office/talks/${id}/cancel`, { version: '1', by: 'office' }),
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403]);
  });

  it('is confirmed for a household that called', async () => {
    const id = await coming();
    const $ = load(await browser.page(`/office/talks/${id}`));

    const answer = await browser.post(
      `/office/talks/${id}/confirm`,
      formOf($, `/office/talks/${id}/confirm`),
    );

    expect(answer.headers.get('location')).toBe(`/office/talks/${id}?done=confirmed`);
    expect((await stored(id)).state).toBe('confirmed');
  });

  describe('that has begun', () => {
    it.each([
      ['Erschienen', 'held', null, 'done'],
      ['Nicht erschienen', 'no-show', 'household', 'open'],
      ['Amt verhindert', 'no-show', 'office', 'open'],
      ['Abgebrochen', 'stopped', null, 'open'],
      ['Schriftlich informiert', 'written', null, 'written'],
    ])('gets the outcome «%s» by one click', async (button, state, who, household) => {
      const id = await begun();
      const action = `/office/talks/${id}/outcome`;
      const $ = load(await browser.page(`/office/talks/${id}`));

      const answer = await browser.post(action, formOf($, action, button));

      expect(answer.status).toBe(303);
      expect(await stored(id)).toMatchObject({ state, outcomeBy: who });
      expect(await householdState()).toBe(household);
    });

    it('offers a missing interpreter only where one was booked', async () => {
      const without = load(await browser.page(`/office/talks/${await begun()}`));
      householdId = await aHousehold(test.database, world.officeId);
      const id = await begun({ interpreter_id: world.interpreterId, interpreter_mode: 'onsite' });
      const withOne = load(await browser.page(`/office/talks/${id}`));

      expect(without('button').text()).not.toContain('Dolmetschende fehlte');
      expect(withOne('button').text()).toContain('Dolmetschende fehlte');
    });

    it('loses its outcome again by the button in the banner', async () => {
      const id = await begun({ state: 'confirmed' });
      const action = `/office/talks/${id}/outcome`;
      const page = load(await browser.page(`/office/talks/${id}`));
      const answer = await browser.post(action, formOf(page, action, 'Erschienen'));
      const $ = load(await browser.page(answer.headers.get('location') ?? ''));

      const undone = await browser.post(`${action}/undo`, formOf($, `${action}/undo`));

      expect($('.banner').text()).toContain('Der Ausgang ist erfasst.');
      expect(undone.status).toBe(303);
      expect((await stored(id)).state).toBe('confirmed');
      expect(await householdState()).toBe('planned');
    });

    it('cannot be called off any more', async () => {
      const id = await begun();

      const answer = await browser.get(`/office/talks/${id}/cancel`);

      expect(answer.headers.get('location')).toBe(`/office/talks/${id}?done=not-open`);
      expect(load(await browser.page(`/office/talks/${id}?done=not-open`))('.banner-bad')).toHaveLength(1);
    });

    it('refuses an outcome that there is not', async () => {
      const id = await begun();

      const answer = await browser.post(`/office/talks/${id}/outcome`, { version: '1', outcome: 'eaten' });

      expect(answer.status).toBe(422);
      expect((await stored(id)).state).toBe('invited');
    });
  });

  describe('that is called off', () => {
    it('says before the button what follows, and needs to know who cancels', async () => {
      const id = await coming({ interpreter_id: world.interpreterId, interpreter_mode: 'onsite' });
      const action = `/office/talks/${id}/cancel`;
      const $ = load(await browser.page(action));

      const answer = await browser.post(action, { ...formOf($, action), reason: 'Zimmer wird gebraucht' });
      const again = load(await answer.text());

      expect($('main li').text()).toContain('Absage des Auftrags');
      expect($(`a[href="/office/talks/${id}/move"]`).text()).toBe('Lieber verschieben');
      expect(answer.status).toBe(422);
      expect(again('title').text()).toMatch(/^Fehler: /);
      expect(again('.error-summary a').attr('href')).toBe('#by');
      expect(again('#reason').val()).toBe('Zimmer wird gebraucht');
      expect((await stored(id)).state).toBe('invited');
    });

    it('is cancelled with its reason, and the household waits again', async () => {
      const id = await coming();
      const action = `/office/talks/${id}/cancel`;
      const $ = load(await browser.page(action));

      const answer = await browser.post(action, { ...formOf($, action), by: 'office', reason: 'Krank' });

      expect(answer.headers.get('location')).toBe(
        `/office/households/${householdId}?done=cancelled&undo=${encodeURIComponent(`${action}/undo`)}&version=2`,
      );
      expect(await stored(id)).toMatchObject({
        state: 'cancelled',
        cancelledBy: 'office',
        cancelReason: 'Krank',
      });
      expect(await householdState()).toBe('open');
    });

    it('shows both versions when somebody else was faster, and does it only when asked again', async () => {
      const id = await coming();
      const action = `/office/talks/${id}/cancel`;
      const mine = { ...formOf(load(await browser.page(action)), action), by: 'household' };
      const other = await signedIn(test, 'b.muster@example.ch');
      await other.post(`/office/talks/${id}/confirm`, { revision: '1' });

      const refused = await browser.post(action, mine);
      const $ = load(await refused.text());
      const before = (await stored(id)).state;
      const again = await browser.post(action, formOf($, action));

      expect(refused.status).toBe(409);
      expect($('main').text()).toContain('Beat Muster hat diesen Termin am 11.01.2027');
      expect($('tbody').text()).toContain('eingeladen');
      expect($('tbody').text()).toContain('bestätigt');
      expect(before).toBe('confirmed');
      expect(again.status).toBe(303);
      expect((await stored(id)).state).toBe('cancelled');
    });
  });
});
