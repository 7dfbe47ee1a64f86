import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { saveContact } from '../../../src/features/contacts/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aBookedTalk, noticesOf } from '../../support/notices.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('letters in the office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
  });

  afterAll(() => test.close());

  const aLetter = async (): Promise<{ talkId: string; noticeId: string }> => {
    const { talkId } = await aBookedTalk(
      test,
      world,
      {},
      { row: { channel: 'letter', letter_language: 'ar' } },
    );
    test.clock.moveTo(new Date(MONDAY.getTime() + 5 * 60_000));
    const $ = load(await browser.page('/office/letters'));
    return { talkId, noticeId: String($('input[name="letter"]').val()) };
  };

  it('wait on their own page, to which Zustellung leads', async () => {
    await aLetter();
    const delivery = load(await browser.page('/office/delivery'));
    const html = await browser.page('/office/letters');

    expect(delivery('a[href="/office/letters"]').text()).toBe('1 Brief drucken');
    expect(load(html)('tbody tr').text()).toContain('Einladung');
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('open as one PDF that no cache keeps', async () => {
    const { noticeId } = await aLetter();

    const answer = await browser.post('/office/letters/print', { letter: noticeId });

    expect(answer.headers.get('content-type')).toContain('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect((await answer.text()).startsWith('%PDF-')).toBe(true);
  });

  it('are noted as posted', async () => {
    const { noticeId, talkId } = await aLetter();

    await browser.post('/office/letters/posted', { letter: noticeId });

    expect(await noticesOf(test, talkId)).toMatchObject([{ kind: 'invitation', state: 'sent' }]);
    expect(await browser.page('/office/letters')).toContain('Kein Brief wartet.');
  });

  it('have to be chosen', async () => {
    const answer = await browser.post('/office/letters/print', {});

    expect(answer.headers.get('location')).toBe('/office/letters?done=no-letters');
  });

  it('stand in for an e-mail that came back, by a click that says why not where that does not work', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world);
    const [{ id } = { id: '' }] = await noticesOf(test, talkId);
    await test.database.query(`update notices set state = 'bounced' where id = $1`, [id]);
    const form = load(await browser.page('/office/delivery'))(
      `form[action="/office/letters/instead-of/${id}"]`,
    );
    expect(form.text()).toBe('Brief statt E-Mail');

    const homeless = await browser.post(`/office/letters/instead-of/${id}`, {});
    expect(homeless.headers.get('location')).toBe('/office/delivery?done=no-letter-no-address');

    const home = { street: 'Rheinstrasse 12', postcode: '4410', town: 'Liestal' };
    await saveContact(test.database, 'households', householdId, home);
    const written = await browser.post(`/office/letters/instead-of/${id}`, {});
    expect(written.headers.get('location')).toBe('/office/delivery?done=letter-planned');
    expect(load(await browser.page('/office/letters'))('tbody tr')).toHaveLength(1);
    expect(await browser.page('/office/delivery?state=trouble')).not.toContain('/office/letters/instead-of/');
  });
});
