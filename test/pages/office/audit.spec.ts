import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { anApiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld } from '../../support/world.js';

describe('the page of the audit', () => {
  let test: TestApp;
  let household: number;
  let auditor: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    const { officeId } = await aSmallWorld(test.database);
    household = await aHousehold(test.database, officeId);
    await aStaffUser(test, officeId);
    await aStaffUser(test, officeId, { email: 'audit@example.ch', role: 'auditor', name: 'Rita Revision' });
    const coordinator = await signedIn(test);
    await coordinator.page(`/office/households/${household}`);
    await coordinator.page(`/office/households/${household + 1000}`);
    await (await anApiClient(test, officeId)).get(`households/${household}`);
    auditor = await signedIn(test, 'audit@example.ch');
  });

  afterAll(() => test.close());

  const rows = async (query = ''): Promise<string[]> => {
    const $ = load(await auditor.page(`/office/audit${query}`));
    return $('table.list tbody tr')
      .map((_, row) =>
        $(row)
          .children()
          .slice(1)
          .map((__, cell) => $(cell).text())
          .get()
          .join(' | '),
      )
      .get();
  };

  it('is where an auditor begins, and all that they are led to', async () => {
    const page = await auditor.page('/office');

    const $ = load(page);
    expect($('h1').text()).toBe('Protokoll');
    expect(
      $('nav.nav a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/office/audit']);
    expect($('search')).toHaveLength(0);
    expect(await htmlFaults(page)).toEqual([]);
  });

  it('shows who looked at which household, by page and by API, and not what was not there', async () => {
    expect(await rows('?action=household-read')).toEqual([
      expect.stringMatching(
        `^Schnittstelleapi:1 . Haushalt angesehenhousehold-read . Haushalt ${household}$`,
      ),
      expect.stringMatching(
        `^Claudia Teststaff:1 . Haushalt angesehenhousehold-read . Haushalt ${household}$`,
      ),
    ]);
  });

  it('records its own readers', async () => {
    expect((await rows('?action=audit-read&actor=staff:2'))[0]).toContain('Rita Revision');
  });

  it('narrows by day, in the zone of the office', async () => {
    expect(await rows('?from=2027-01-11&until=2027-01-11')).not.toEqual([]);
    expect(await rows('?from=2027-01-12')).toEqual([]);
    expect(await rows('?until=2027-01-10')).toEqual([]);
  });

  it('keeps looks out of the history of a household', async () => {
    const coordinator = await signedIn(test);

    expect(await coordinator.page(`/office/households/${household}`)).not.toContain('Haushalt angesehen');
  });
});
