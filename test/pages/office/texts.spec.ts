import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

const PART = '/office/texts/ar?part=emails%3Ainvitation';
const KEY = 'emails:invitation.subject';
const NEW_WORDS = 'موعدكم الأول';

describe('texts in the office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let writer: StaffBrowser;
  let reader: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'zweite@musterland.example', role: 'coordinator' });
    writer = await signedIn(test);
    reader = await signedIn(test, 'zweite@musterland.example');
  });

  afterAll(() => test.close());

  const wordsOn = (html: string): string => load(html)(`textarea[name="${KEY}"]`).text();
  const stateOn = (html: string): string =>
    load(html)(`.text-pair:has(textarea[name="${KEY}"]) .badge`).text().trim();

  it('are listed by language with what is left to do', async () => {
    const html = await writer.page('/office/texts');
    const row = load(html)('tr:has(a[href="/office/texts/ar"])').text();

    expect(row).toContain('im Einsatz');
    expect(load(html)('tr:has(a[href="/office/texts/sq"])').text()).toContain('wartet auf Freigabe');
    expect(load(html)('tr:has(a[href="/office/texts/ti"])').text()).toContain('ausgeschaltet');
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('stand beside German and English, in their language and direction', async () => {
    const html = await writer.page(PART);
    const field = load(html)(`textarea[name="${KEY}"]`);

    expect(field.attr()).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(field.closest('.text-pair').text()).toContain('Ihr Termin');
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('are written by one person and approved by another', async () => {
    const form = { part: 'emails:invitation', [KEY]: NEW_WORDS };

    const saved = await writer.post('/office/texts/ar', { ...form, do: 'save' });
    expect(saved.status).toBe(303);
    expect(stateOn(await writer.page(PART))).toContain('Entwurf');

    const refused = await writer.post('/office/texts/ar', { ...form, do: 'approved' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Diesen Text haben Sie selber geschrieben.');

    const approved = await reader.post('/office/texts/ar', { ...form, do: 'approved' });
    const html = await reader.page(approved.headers.get('location')!);
    expect(wordsOn(html)).toBe(NEW_WORDS);
    expect(stateOn(html)).toContain('Freigegeben');
  });

  it('show both versions to the second of two people, who may take theirs', async () => {
    const seen = wordsOn(await writer.page(PART));
    const form = { part: 'emails:invitation', do: 'save', [`seen-${KEY}`]: seen };
    await reader.post('/office/texts/ar', { ...form, [KEY]: 'موعد جديد لكم' });

    const untouched = await writer.post('/office/texts/ar', { ...form, [KEY]: seen });
    const refused = await writer.post('/office/texts/ar', { ...form, [KEY]: NEW_WORDS.slice(0, -2) });
    const page = load(await refused.text());
    const now = String(page(`input[name="seen-${KEY}"]`).val());
    const again = await writer.post('/office/texts/ar', {
      ...form,
      [`seen-${KEY}`]: now,
      [KEY]: page(`textarea[name="${KEY}"]`).text(),
    });

    expect([untouched.status, refused.status, again.status]).toEqual([303, 422, 303]);
    expect(now).toBe('موعد جديد لكم');
    expect(page('.field-wrong .field-error').text()).toContain('موعد جديد لكم');
    expect(wordsOn(await writer.page(PART))).toBe(NEW_WORDS.slice(0, -2));
  });

  it('are not saved with a fault: the field says which', async () => {
    const form = { part: 'emails:invitation', [KEY]: 'Termin', do: 'save' };

    const answer = await writer.post('/office/texts/ar', form);
    const html = await answer.text();

    expect(answer.status).toBe(422);
    expect(load(html)('.field-wrong .field-error').text()).toContain('einer anderen Schrift');
    expect(wordsOn(html)).toBe('Termin');
  });

  it('can be seen as the real mail and the real page', async () => {
    const mail = await writer.get('/office/texts/ta/preview?part=emails%3Areminder');
    const page = await writer.get('/office/texts/ta/preview?part=newcomer%3Aappointment');
    const request = await writer.get('/office/texts/ta/preview?part=interpreter%3Arequest');

    expect(mail.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(load(await mail.text())('h1').text()).toBe('7 நாட்களில் உங்கள் சந்திப்பு.');
    expect(load(await page.text())('html').attr('lang')).toBe('ta-LK');
    expect(load(await request.text())('h1').text()).toMatch(/^கோரிக்கை: /);
  });
});
