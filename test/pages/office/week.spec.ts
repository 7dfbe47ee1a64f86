import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, aWrittenTalk, nameContact, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('the plan of the week', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'revision@example.ch', role: 'auditor' });
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    await test.database.query('delete from talks');
    await test.database.query('delete from absences');
    await test.database.query('delete from site_closings');
  });

  afterAll(() => test.close());

  const talk = async (startsAt: string, row: Record<string, unknown> = {}): Promise<string> => {
    const householdId = await aHousehold(test.database, world.officeId);
    await nameContact(test, householdId, { first: 'Abeba', last: 'Muster' });
    return aWrittenTalk(test, world, { household_id: householdId, starts_at: startsAt, ...row });
  };
  const shown = async (query = ''): Promise<CheerioAPI> => load(await browser.page(`/office/week${query}`));
  const cards = ($: CheerioAPI): (string | undefined)[] =>
    $('.week .talk-card')
      .toArray()
      .map((card) => $(card).attr('aria-label'));

  it('shows five days by room, each talk as a link that says everything', async () => {
    await talk('2027-01-14T13:00:00Z', { state: 'confirmed', language: 'ti' });

    const $ = await shown('?week=2027-W02');

    expect($('h1').text()).toBe('Woche 2 · 11.–15. Januar 2027');
    expect($('.week caption').text()).toBe('Wochenplan nach Zimmer');
    expect($('.week thead th[scope=col]')).toHaveLength(6);
    expect($('.week tbody th[scope=row]')).toHaveLength(2);
    expect(cards($)[0]).toMatch(
      /^Donnerstag, 14. Januar 2027, 14:00 TI · A. Muster bestätigt, Zimmer \d+, Tigrinya$/,
    );
    expect($('.week .talk-state').text()).toContain('bestätigt');
    expect($('.week td').eq(3).find('.talk-card')).toHaveLength(1);
  });

  it('begins with the present week and leads to the ones beside it', async () => {
    const $ = await shown();

    expect($('h1').text()).toContain('Woche 2');
    expect($('th[aria-current=date]').text()).toBe('Mo 11.1.');
    expect(
      $('.week-steps a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['/office/week?week=2027-W01', '/office/week?', '/office/week?week=2027-W03']);
  });

  it('shows the present week for a week that there is not', async () => {
    expect((await shown('?week=2027-W60'))('h1').text()).toContain('Woche 2');
  });

  it('adds the weekend only when something takes place on it', async () => {
    await talk('2027-01-16T09:00:00Z');

    expect((await shown('?week=2027-W02'))('thead th')).toHaveLength(7);
    expect((await shown('?week=2027-W03'))('thead th')).toHaveLength(6);
  });

  it('offers a new talk in each cell of the days to come, with a full name', async () => {
    const $ = await shown('?week=2027-W03');
    const add = $('.add').first();

    expect($('.add')).toHaveLength(10);
    expect(add.attr('aria-label')).toMatch(/^Neuer Termin, Zimmer \d+, Montag, 18. Januar 2027$/);
    expect(add.attr('href')).toBe(`/office/talks/new?day=2027-01-18&room=${world.roomIds[0]}`);
    expect((await shown('?week=2027-W01'))('.add')).toHaveLength(0);
  });

  it.each([
    ['caseworker', 2],
    ['interpreter', 1],
  ])('is the same by %s', async (by, rows) => {
    await talk('2027-01-12T09:00:00Z', { interpreter_id: world.interpreterId, interpreter_mode: 'onsite' });

    const $ = await shown(`?week=2027-W02&by=${by}`);

    expect($('tbody tr')).toHaveLength(rows);
    expect(cards($)).toHaveLength(1);
  });

  it('shows one day by the hour', async () => {
    await talk('2027-01-12T09:30:00Z');

    const $ = await shown('?by=day&day=2027-01-12');
    const row = $('tbody tr').filter((_, line) => $(line).find('.talk-card').length > 0);

    expect(row.find('th').text()).toBe('10:00');
    expect($('caption').text()).toContain('Dienstag, 12. Januar 2027');
    expect($('thead th')).toHaveLength(3);
  });

  it('shows a list to whoever asks for it, and to narrow windows', async () => {
    await talk('2027-01-12T09:00:00Z');

    const list = await shown('?week=2027-W02&by=list');
    const unchosen = await shown('?week=2027-W02');

    expect(list('table')).toHaveLength(0);
    expect(list('.list-day .talk-card')).toHaveLength(1);
    expect(unchosen('.narrow-only .talk-card')).toHaveLength(1);
    expect(unchosen('.wide-only .talk-card')).toHaveLength(1);
  });

  it('is filtered by language and state', async () => {
    await talk('2027-01-12T09:00:00Z', { language: 'ti', state: 'confirmed' });
    await talk('2027-01-13T09:00:00Z', { language: 'en', state: 'invited' });

    expect(cards(await shown('?week=2027-W02&language=en'))).toHaveLength(1);
    expect(cards(await shown('?week=2027-W02&state=confirmed'))[0]).toContain('bestätigt');
    expect(cards(await shown('?week=2027-W02'))).toHaveLength(2);
  });

  it('opens a talk in a panel beside the plan', async () => {
    const id = await talk('2027-01-12T09:00:00Z', { state: 'change-requested', wishes: 'Lieber am Abend' });

    const $ = await shown(`?t=${id}`);
    const panel = $('aside');

    expect(panel.find('h2').text()).toBe('Di 12.1., 10:00–10:45');
    expect(panel.text()).toContain('Änderung gewünscht');
    expect(panel.text()).toContain('Lieber am Abend');
    expect(panel.text()).toContain('Abeba Muster');
    expect($('.wide-only .talk-card[aria-current]')).toHaveLength(1);
    expect(panel.find(`a[href="/office/talks/${id}/move"]`)).toHaveLength(1);
    expect(panel.find(`a[href="/office/talks/${id}/cancel"]`)).toHaveLength(1);
  });

  it('lists what cannot be and marks the card', async () => {
    await talk('2027-01-12T09:00:00Z');
    await talk('2027-01-12T09:15:00Z', { caseworker_id: world.caseworkerIds[1] });

    const $ = await shown('?week=2027-W02');

    expect($('.conflicts li')).toHaveLength(1);
    expect($('.conflicts').text()).toContain('ist doppelt belegt');
    expect($('.week .talk-conflict')).toHaveLength(1);
    expect($('.week .talk-conflict').attr('aria-label')).toContain('Konflikt, eingeladen');
  });

  it('shows absences and closing days as blocked, and talks on them as conflicts', async () => {
    await test.database.query(
      `insert into site_closings (site_id, day, name) values ($1, '2027-01-19', 'Umbau')`,
      [world.siteId],
    );
    await talk('2027-01-19T09:00:00Z');

    const $ = await shown('?week=2027-W03');

    expect($('.blocked')).toHaveLength(2);
    expect($('.blocked').first().text()).toBe('Umbau');
    expect($('.conflicts').text()).toContain('nicht verfügbar (Umbau)');
    expect($('.add')).toHaveLength(8);
  });

  it('marks a talk of which somebody was not told', async () => {
    const id = await talk('2027-01-12T09:00:00Z');
    await test.database.query(
      `insert into notices (office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale,
         direction, template_version, due_at, state, message_id)
       select office_id, 'invitation', id, revision, 'household', household_id, 'email', 'de', 'ltr', '1', now(),
         'bounced', '<week@example.ch>' from talks where id = $1`,
      [id],
    );

    const $ = await shown('?week=2027-W02');

    expect($('.week .talk-undelivered .talk-state').text()).toContain('Zustellfehler');
    expect(cards($)[0]).toContain('Zustellfehler, eingeladen');
  });

  it('does not know talks of other offices', async () => {
    const other = await aSmallWorld(test.database);
    const householdId = await aHousehold(test.database, other.officeId);
    const id = await aWrittenTalk(test, other, { household_id: householdId });

    expect((await browser.get(`/office/week?t=${id}`)).status).toBe(404);
    expect(cards(await shown('?week=2027-W02'))).toHaveLength(0);
  });

  it('is closed to whoever sees no personal data', async () => {
    const auditor = await signedIn(test, 'revision@example.ch');

    expect((await auditor.get('/office/week')).status).toBe(403);
  });
});
