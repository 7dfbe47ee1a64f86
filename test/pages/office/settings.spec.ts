import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { ladderOf } from '../../../src/features/notices/ladder/ladder-policy.js';
import { policyNames } from '../../../src/pages/office/settings/forms/policies.form.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { anInvitedTalk } from '../../support/newcomer.js';
import { aStaffUser, PASSWORD, signedIn, StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld, blMunicipalities, type SmallWorld } from '../../support/world.js';

const PAGES = [
  '',
  '/office',
  '/policies',
  '/ladder',
  '/sites',
  '/sites/new',
  '/rooms',
  '/rooms/new',
  '/caseworkers',
  '/caseworkers/new',
  '/interpreters',
  '/interpreters/new',
  '/tariffs',
  '/tariffs/new',
  '/closings',
  '/absences',
  '/languages',
  '/accounts',
  '/accounts/new',
];

/** The form with a box that is not ticked any more. */
function without(name: string, form: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([field]) => field !== name));
}

describe('the settings', () => {
  let test: TestApp;
  let world: SmallWorld;
  let administrator: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId, { email: 'admin@example.ch', role: 'administrator' });
    await aStaffUser(test, world.officeId, { email: 'plan@example.ch', role: 'coordinator' });
    administrator = await signedIn(test, 'admin@example.ch');
  });

  afterAll(() => test.close());

  /** The form as a browser would send it. */
  async function filled(path: string): Promise<Record<string, string>> {
    const page = load(await administrator.page(path));
    const fields = page('main form').first().find('input, select, textarea').toArray();
    const entries = fields.flatMap((field) => {
      const element = page(field);
      const name = element.attr('name') ?? '';
      if (element.is('[type=checkbox]') && element.attr('checked') === undefined) return [];
      const value = element.is('textarea') ? element.text() : element.val();
      return [[name, String(value ?? '')] as const];
    });
    return Object.fromEntries(entries.filter(([name]) => name !== 'csrf'));
  }

  const room = () => `/office/settings/rooms/${world.roomIds[0]}`;

  it('are valid pages in three languages', async () => {
    const faults: string[] = [];
    for (const locale of ['de', 'en', 'fr']) {
      await administrator.post('/office/language', { locale, next: '/office' });
      for (const path of PAGES) {
        const answer = await administrator.get(`/office/settings${path}`);
        const found = await htmlFaults(await answer.text());
        faults.push(...found.map((fault) => `${locale} ${path}: ${answer.status} ${fault}`));
      }
    }
    await administrator.post('/office/language', { locale: 'de', next: '/office' });

    expect(faults).toEqual([]);
  }, 60_000);

  it('are changed by administrators and looked at by planners', async () => {
    const planner = await signedIn(test, 'plan@example.ch');
    const page = load(await planner.page(room()));

    expect(page('main fieldset[disabled]')).toHaveLength(1);
    expect(page('main form')).toHaveLength(0);
    expect((await planner.post(room(), await filled(room()))).status).toBe(403);
  });

  it('say what is wrong at the field, keep what was typed, and save nothing', async () => {
    const answer = await administrator.post('/office/settings/sites/new', {
      ...(await filled('/office/settings/sites/new')),
      name: 'Haus Süd',
      'hours-1': 'morgens',
      'way-ar': 'x'.repeat(2001),
      postcode: 'x',
    });
    const page = load(await answer.text());

    expect(answer.status).toBe(422);
    expect(page('title').text()).toMatch(/^Fehler: /);
    expect(
      page('.error-summary a')
        .toArray()
        .map((link) => page(link).attr('href')),
    ).toEqual(['#street', '#postcode', '#town', '#hours-1', '#way-ar']);
    expect(page('#name').val()).toBe('Haus Süd');
    expect(page('#hours-1').val()).toBe('morgens');
    expect(page('#way-ar').closest('details').attr('open')).toBeDefined();
  });

  it('show who changed what, from what to what', async () => {
    const saved = await administrator.post(room(), { ...(await filled(room())), seats: '5' });
    const page = load(await administrator.page(room()));

    expect(saved.status).toBe(303);
    expect(page('.changed-facts').text()).toBe('Plätze: 8 → 5');
    expect(page('.timeline').text()).toContain('Claudia Test');
  });

  it('show both versions to the second of two people', async () => {
    const seen = await filled(room());
    await administrator.post(room(), { ...seen, floor: 'Parterre' });

    const answer = await administrator.post(room(), { ...seen, seats: '7' });
    const page = load(await answer.text());
    const fields = Object.fromEntries(
      page('main form input')
        .toArray()
        .map((input) => [page(input).attr('name') ?? '', String(page(input).val())]),
    );
    const again = await administrator.post(room(), fields);

    expect(answer.status).toBe(409);
    expect(page('main table').text()).toContain('Parterre');
    expect(again.status).toBe(303);
    expect(await filled(room())).toMatchObject({ seats: '7', floor: '1. Stock' });
  });

  it.each([
    ['office', '', 'phoneHours'],
    ['policies', '', 'talkMinutes'],
    ['ladder', '', 'expected-answer-letter'],
    ['sites', 'sites', 'street'],
    ['caseworkers', 'caseworkers', 'name'],
    ['interpreters', 'interpreters', 'agencyReference'],
    ['accounts', 'staff_users', 'name'],
  ])('of %s lose nothing when two people save at once', async (section, table, field) => {
    const whose = section === 'interpreters' ? 'true' : `office_id = ${world.officeId}`;
    const [row] =
      table === ''
        ? []
        : await test.database.query<{ id: number }>(`select min(id) as id from ${table} where ${whose}`);
    const address = ['/office/settings', section, ...(row ? [row.id] : [])].join('/');
    const seen = await filled(address);
    const isNumber = table === '' && section !== 'office';
    const [first, second] = isNumber ? ['20', '25'] : ['Eins', 'Zwei'];
    expect((await administrator.post(address, { ...seen, [field]: first })).status).toBe(303);

    const answer = await administrator.post(address, { ...seen, [field]: second });
    const page = load(await answer.text());

    expect(answer.status).toBe(409);
    expect(page('main table').text()).toContain(first);
    expect(page('main table').text()).toContain(second);
    expect((await filled(address))[field]).toBe(first);
    await administrator.post(address, { ...(await filled(address)), [field]: seen[field] ?? '' });
  });

  it('name the booked talks that a change displaces, and go on or back with everything that was typed', async () => {
    const { talkId } = await anInvitedTalk(test, world);
    const closed = without('active', await filled(room()));

    const asked = await administrator.post(room(), { ...closed, name: 'Kammer' });
    const page = load(await asked.text());
    const fields = Object.fromEntries(
      page('main form input')
        .toArray()
        .map((input) => [page(input).attr('name') ?? '', String(page(input).val())]),
    );
    const back = load(await (await administrator.post(room(), { ...fields, do: 'back' })).text());
    const saved = await administrator.post(room(), fields);
    const worklist = load(await administrator.page('/office/worklist'));

    expect(asked.status).toBe(409);
    expect(page('main tbody a').attr('href')).toBe(`/office/talks/${talkId}`);
    expect(page('main tbody').text()).toContain('Das Zimmer');
    expect(back('#name').val()).toBe('Kammer');
    expect(saved.status).toBe(303);
    expect(worklist('main article').text()).toContain('Das Zimmer');
    expect(worklist('nav').text()).toMatch(/Arbeitsliste\s*1/);

    expect(worklist('main article .worklist-way').length).toBeGreaterThan(0);
    await administrator.post(`/office/worklist/talks/${talkId}/keep`, {});
    expect(load(await administrator.page('/office/worklist'))('main article')).toHaveLength(0);
  });

  it('have words for every rule of the office', async () => {
    const page = load(await administrator.page('/office/settings/policies'));

    expect(page('main label').length).toBe(policyNames.length);
    expect((await filled('/office/settings/policies'))['talkMinutes']).toBe('45');
  });

  it('refuse a rule that cannot be, with its limits', async () => {
    const entries = { ...(await filled('/office/settings/policies')), talkMinutes: '3', quietFrom: '25:00' };
    const page = load(await (await administrator.post('/office/settings/policies', entries)).text());

    expect(page('.error-summary').text()).toContain('ganze Zahl von 5 bis 480');
    expect(page('.error-summary').text()).toContain('Ruhezeit ab');
  });

  it('say when the office asks again, and leave out what has no day', async () => {
    const before = await filled('/office/settings/ladder');
    const wrong = { ...before, 'expected-answer-letter': '3', 'voluntary-answer-reminder': 'bald' };
    const refused = load(await (await administrator.post('/office/settings/ladder', wrong)).text());
    const right = { ...before, 'expected-answer-letter': '', 'expected-days': 'working' };
    const saved = await administrator.post('/office/settings/ladder', right);

    expect(refused('.error-summary').text()).toContain('später sein als der Schritt davor');
    expect(refused('.error-summary').text()).toContain('ganze Zahl von 1 bis 365');
    expect(saved.status).toBe(303);
    expect(await filled('/office/settings/ladder')).toMatchObject({
      'expected-answer-reminder': '7',
      'expected-answer-letter': '',
      'expected-second-invitation': '28',
    });
    const [office] = await test.database.query<{ policies: Record<string, unknown> }>(
      'select policies from offices where id = $1',
      [world.officeId],
    );
    expect(ladderOf(office?.policies ?? {}, 'expected').map(({ kind, days }) => [kind, days])).toEqual([
      ['invitation', 'working'],
      ['answer-reminder', 'working'],
      ['second-invitation', 'working'],
    ]);
  });

  it('enter the holidays of the canton for every site, once', async () => {
    const page = load(await administrator.page('/office/settings/closings'));
    const years = page('form[action$=holidays] input[name=year]').toArray();
    for (const year of years) {
      await administrator.post('/office/settings/closings/holidays', { year: String(page(year).val()) });
    }
    const after = load(await administrator.page('/office/settings/closings'));

    expect(years).toHaveLength(2);
    expect(after('main table').text()).toContain('26.03.2027Karfreitag');
    expect(after('form[action$=holidays]')).toHaveLength(0);
  });

  it('give a municipality its own pages: its households, and a form to refer another one', async () => {
    await blMunicipalities(test.database);
    await aHousehold(test.database, world.officeId, { municipality_bfs: 2831 });
    const account = {
      name: 'Gemeinde',
      email: 'gemeinde@example.ch',
      role: 'municipality',
      locale: 'de',
      active: '1',
    };
    const unbound = await administrator.post('/office/settings/accounts/new', {
      ...account,
      municipality: '',
    });
    const opened = await administrator.post('/office/settings/accounts/new', {
      ...account,
      municipality: '2829',
    });
    const town = new StaffBrowser(test.url);
    await town.signIn('gemeinde@example.ch', load(await opened.text())('code').text());
    const empty = load(await town.page('/office'));
    const person = {
      firstName: 'Layla',
      lastName: 'Khatib',
      born: '14.03.1991',
      arrivedOn: '05.12.2026',
      language: 'ar',
      email: 'layla@example.org',
    };
    const wrong = await town.post('/office/municipality/refer', { ...person, born: 'gestern', lastName: '' });
    const referred = await town.post('/office/municipality/refer', {
      ...person,
      note: 'ruft; "gern" zurück',
    });
    const twice = await town.post('/office/municipality/refer', person);
    const list = await town.page('/office/municipality');
    const kept = await test.database.query<{ bfs: number; note: string }>(
      `select municipality_bfs as bfs, note from households h join persons p on p.household_id = h.id
        where p.last_name = 'Khatib'`,
    );

    expect(unbound.status).toBe(422);
    expect(empty('h1').text()).toBe('Gemeinde Liestal');
    expect(empty('main table')).toHaveLength(0);
    const errors = load(await wrong.text())('.error-summary a').toArray();
    expect(errors.map((link) => link.attribs['href'])).toEqual(['#lastName', '#born']);
    expect(referred.status).toBe(303);
    expect(load(await twice.text())('.error-summary').text()).toContain('schon erfasst');
    expect(kept).toEqual([{ bfs: 2829, note: 'ruft; "gern" zurück' }]);
    expect(load(list)('main tbody tr').text()).toContain('Khatib');
    expect(await htmlFaults(list)).toEqual([]);
    expect(await htmlFaults(await town.page('/office/municipality/refer'))).toEqual([]);
    expect((await administrator.get('/office/municipality')).status).toBe(403);
  });

  it('let everybody change their own password, who knows the old one', async () => {
    await aStaffUser(test, world.officeId, { email: 'selbst@example.ch' });
    const here = await signedIn(test, 'selbst@example.ch');
    const elsewhere = await signedIn(test, 'selbst@example.ch');
    const next = 'ein langer neuer Satz';
    const change = (typed: object) =>
      here.post('/office/account/password', { old: PASSWORD, next, again: next, ...typed });
    const refused = [
      await change({ old: 'geraten' }),
      await change({ next: 'kurz', again: 'kurz' }),
      await change({ again: 'ein anderer Satz' }),
    ];
    const changed = await change({});

    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(await htmlFaults(await here.page('/office/account/password'))).toEqual([]);
    expect(changed.status).toBe(303);
    expect((await here.get('/office/account')).status).toBe(200);
    expect((await elsewhere.get('/office/account')).status).toBe(303);
    expect((await new StaffBrowser(test.url).signIn('selbst@example.ch', PASSWORD)).status).toBe(422);
    expect((await new StaffBrowser(test.url).signIn('selbst@example.ch', next)).status).toBe(303);
  });

  it('open an account, show its password once, and never lock out whoever does it', async () => {
    const account = { name: 'Neu', email: 'neu@example.ch', role: 'coordinator', locale: 'fr', active: '1' };
    const shown = load(await (await administrator.post('/office/settings/accounts/new', account)).text());
    const browser = new StaffBrowser(test.url);
    await browser.signIn('neu@example.ch', shown('code').text());
    const twice = await administrator.post('/office/settings/accounts/new', account);
    const [own] = await test.database.query<{ id: number }>(
      `select id from staff_users where email = 'admin@example.ch'`,
    );
    const path = `/office/settings/accounts/${own?.id ?? 0}`;
    const locked = without('active', await filled(path));

    expect(shown('code').text()).not.toBe(PASSWORD);
    expect((await browser.get('/office/inbox')).status).toBe(200);
    expect(twice.status).toBe(422);
    expect((await administrator.post(path, locked)).status).toBe(422);
    expect((await administrator.post(path, { ...(await filled(path)), role: 'auditor' })).status).toBe(422);
  });
});
