import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { saveContact } from '../../../src/features/contacts/index.js';
import { RunJob } from '../../../src/features/jobs/index.js';
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

  it('are printed by a job, whose page leads to a PDF that no cache keeps and that is gone after a day', async () => {
    const { noticeId } = await aLetter();
    const ordered = await browser.post('/office/letters/print', { letter: noticeId });
    const job = ordered.headers.get('location') ?? '';
    expect(load(await browser.page(job))('.job-status').text()).toContain('wartet auf einen freien Rechner');

    await test.app
      .get(RunJob, { strict: false })
      .run(job.split('/').at(-1) ?? '', new AbortController().signal);
    const html = await browser.page(job);
    const link = load(html)('main a[target]');

    expect(await htmlFaults(html)).toEqual([]);
    expect(link.text()).toBe('Datei 1 öffnen: 1 Brief');
    const file = await browser.get(link.attr('href') ?? '');
    expect(file.headers.get('content-type')).toContain('application/pdf');
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect((await file.text()).startsWith('%PDF-')).toBe(true);
    const [row] = await test.database.query<{ sealed: Buffer }>('select sealed from letter_files');
    expect(row!.sealed.toString('latin1')).not.toContain('PDF');
    const actions = await test.database.query(
      `select action from audit_entries where action like 'letter%' order by id`,
    );
    expect(actions).toEqual([{ action: 'letter-printed' }, { action: 'letters-opened' }]);

    await test.database.query('delete from letter_files');
    const late = await browser.get(link.attr('href') ?? '');
    expect(late.headers.get('location')).toBe('/office/letters?done=letter-file-gone');
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
