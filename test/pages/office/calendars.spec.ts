import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('calendars in the office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let staff: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await test.database.query('update staff_users set caseworker_id = $1', [world.caseworkerIds[0]]);
    staff = await signedIn(test);
  });

  afterAll(() => test.close());

  it('give a caseworker the address of their talks, and take it back', async () => {
    expect(load(await staff.page('/office/calendar'))('#feed-url').length).toBe(0);

    await staff.post('/office/calendar', {});
    const html = await staff.page('/office/calendar');
    const address = String(load(html)('#feed-url').val());
    expect(await htmlFaults(html)).toEqual([]);
    expect((await fetch(address)).status).toBe(200);

    await staff.post('/office/calendar/revoke', {});
    expect((await fetch(address)).status).toBe(410);
  });

  it('say of an interpreter’s own calendar when it is old', async () => {
    await test.database.query(
      `insert into busy_feeds (interpreter_id, host, sealed_url, added_at, next_read_at, read_at, tried_at, problem)
       values ($1, 'calendar.example.org', '', $2, $2, $2::timestamptz - interval '2 days', $2, 'too-slow')`,
      [world.interpreterId, test.clock.now()],
    );

    const html = await staff.page(`/office/settings/interpreters/${world.interpreterId}`);
    const line = load(html)('li:contains("calendar.example.org")').text().replaceAll(/\s+/g, ' ');

    expect(line).toBe('calendar.example.org ⚠ veraltet gelesen am 09.01.2027, 09:00');
  });
});
