import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { Households } from '../../../src/features/households/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, anOffice, aPerson, aSmallWorld } from '../../support/world.js';

describe('the page of a household', () => {
  let test: TestApp;
  let browser: StaffBrowser;
  let officeId: number;
  let id: number;

  beforeAll(async () => {
    test = await startTestApp();
    ({ officeId } = await aSmallWorld(test.database));
    await aStaffUser(test, officeId);
    await aStaffUser(test, officeId, { email: 'b.muster@example.ch', name: 'Beat Muster' });
    await aStaffUser(test, officeId, { email: 'report@example.ch', role: 'reporting' });
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    id = await aHousehold(test.database, officeId, { note: 'Ruft <b>mittags</b> an.' }, { ti: 3, en: 2 });
  });

  afterAll(() => test.close());

  /** The form as a browser would send it, with some entries typed over. */
  const filled = async (changes: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
    const $ = load(await browser.page(`/office/households/${id}/edit`));
    const entries = $('main form')
      .serializeArray()
      .filter(({ name }) => name !== 'csrf')
      .map(({ name, value }) => [name, value]);
    return { ...(Object.fromEntries(entries) as Record<string, string>), ...changes };
  };
  const stored = () => test.app.get(Households).get(officeId, id);

  it('shows facts, languages and people, and escapes what people wrote', async () => {
    await aPerson(test.database, { officeId, householdId: id }, { first_name: 'Sara', born: '2019-05' });

    const $ = load(await browser.page(`/office/households/${id}`));

    expect($('main').text()).toContain('Tigrinya (sehr gut)');
    expect($('main').text()).toContain('Englisch (gut)');
    expect($('main').text()).toContain('2 Personen');
    expect($('main').text()).toContain('05.2019');
    expect($('main').text()).toContain('Ruft <b>mittags</b> an.');
  });

  it('is not there for other offices, nor for numbers that are none', async () => {
    const foreign = await aHousehold(test.database, await anOffice(test.database));

    const answers = await Promise.all(
      [foreign, 999_999, '0', 'x', '1e3', '99999999999999'].map((wrong) =>
        browser.get(`/office/households/${wrong}`),
      ),
    );

    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('is closed to whoever sees no personal data', async () => {
    const reporting = await signedIn(test, 'report@example.ch');

    const shown = await reporting.get(`/office/households/${id}`);
    const edited = await reporting.get(`/office/households/${id}/edit`);

    expect([shown.status, edited.status]).toEqual([403, 403]);
  });

  it('changes languages, contact, needs and note, and tells in its history who did it', async () => {
    const answer = await browser.post(
      `/office/households/${id}/edit`,
      await filled({
        'language-1': 'ar',
        'level-1': '3',
        'language-2': 'ti',
        'level-2': '1',
        email: 'neu@example.org',
        stepFree: '1',
        note: 'Kommt mit Kinderwagen.',
      }),
    );
    const $ = load(await browser.page(`/office/households/${id}?done=saved`));

    expect(answer.status).toBe(303);
    expect(await stored()).toMatchObject({
      stepFree: true,
      note: 'Kommt mit Kinderwagen.',
      languages: [
        { language: 'ar', level: 3 },
        { language: 'ti', level: 1 },
      ],
    });
    expect((await stored()).persons[0]?.email).toBe('neu@example.org');
    expect($('[role=status]').text()).toContain('gespeichert');
    expect($('.timeline').text()).toContain('Angaben geändert');
    expect($('.timeline').text()).toContain('Claudia Test');
  });

  it('unticks a box', async () => {
    const fields = await filled({});
    delete fields['acceptsRemoteInterpreter'];

    await browser.post(`/office/households/${id}/edit`, fields);

    expect((await stored()).acceptsRemoteInterpreter).toBe(false);
  });

  it('shows a wrong form again with every entry and linked messages', async () => {
    const answer = await browser.post(
      `/office/households/${id}/edit`,
      await filled({ email: 'not an address', phone: 'call me', note: 'kept' }),
    );
    const $ = load(await answer.text());

    expect(answer.status).toBe(422);
    expect($('title').text()).toMatch(/^Fehler: /);
    expect(
      $('.error-summary a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['#email', '#phone']);
    expect($('#email').attr('aria-invalid')).toBe('true');
    expect($('#email').val()).toBe('not an address');
    expect($('#note').val()).toBe('kept');
    expect((await stored()).version).toBe(1);
  });

  it('refuses e-mail as channel when the address is taken away', async () => {
    const answer = await browser.post(`/office/households/${id}/edit`, await filled({ email: '' }));

    expect(answer.status).toBe(422);
    expect(load(await answer.text())('.error-summary a').attr('href')).toBe('#email');
  });

  it('sets a household aside only with a reason', async () => {
    const without = await browser.post(
      `/office/households/${id}/edit`,
      await filled({ state: 'not-invited' }),
    );
    const withReason = await browser.post(
      `/office/households/${id}/edit`,
      await filled({ state: 'not-invited', reason: 'Zieht nächste Woche weg.' }),
    );

    expect([without.status, withReason.status]).toEqual([422, 303]);
    expect(await stored()).toMatchObject({ state: 'not-invited', stateReason: 'Zieht nächste Woche weg.' });
  });

  describe('changed by two people at once', () => {
    let mine: Record<string, string>;

    beforeEach(async () => {
      mine = await filled({ note: 'Meine Notiz', 'language-1': 'ar' });
      const other = await signedIn(test, 'b.muster@example.ch');
      await other.post(`/office/households/${id}/edit`, await filled({ note: 'Seine Notiz', stepFree: '1' }));
    });

    it('shows both versions and who was faster, and stores nothing', async () => {
      const answer = await browser.post(`/office/households/${id}/edit`, mine);
      const $ = load(await answer.text());

      expect(answer.status).toBe(409);
      expect($('main').text()).toContain('Beat Muster hat diese Angaben am 11.01.2027');
      expect($('tbody').text()).toContain('Meine Notiz');
      expect($('tbody').text()).toContain('Seine Notiz');
      expect((await stored()).note).toBe('Seine Notiz');
    });

    it('stores the own entries when they are sent again from there', async () => {
      const answer = await browser.post(`/office/households/${id}/edit`, mine);
      const $ = load(await answer.text());
      const entries = $('main form')
        .serializeArray()
        .map(({ name, value }) => [name, value]);

      const again = await browser.postRaw(
        $('main form').attr('action') ?? '',
        Object.fromEntries(entries) as Record<string, string>,
      );

      expect(again.status).toBe(303);
      expect(await stored()).toMatchObject({ note: 'Meine Notiz', stepFree: false });
    });
  });
});
