import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  anAskingWorld,
  aColleague,
  aTalkToInterpret,
  decline,
  lookLater,
  offers,
  talkStates,
} from '../../support/offers.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';

const audits = async (test: TestApp): Promise<number> => {
  const action = 'interpreter-dropped-out';
  return (await test.database.query('select from audit_entries where action = $1', [action])).length;
};

describe('the worklist', () => {
  let test: TestApp;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    const world = await anAskingWorld(test);
    await aStaffUser(test, world.officeId);
    browser = await signedIn(test);
    await aTalkToInterpret(test, world);
    await aColleague(test, world, 2, { on_site: false, by_phone: true });
  });
  afterAll(() => test.close());

  it('is empty while answers are waited for', async () => {
    const page = load(await browser.page('/office/worklist'));

    expect(page('main section.card')).toHaveLength(0);
    expect(page('main').text()).toContain('Alles in Ordnung');
  });

  it('shows a talk that nobody is left for, in the navigation too, with the ways that the rules leave', async () => {
    for (let round = 0; round < 2; round += 1) {
      const open = (await offers(test)).find(({ state }) => state === 'open');
      await decline(test, open!.id);
      await lookLater(test);
    }
    const page = load(await browser.page('/office/worklist'));

    expect(page('main section.card')).toHaveLength(1);
    expect(page('main section.card').text()).toContain('2 Personen wurden angefragt. Niemand kann kommen.');
    expect(page('main section.card').text()).toContain('Die Person weiss noch nichts von diesem Termin.');
    expect(page('nav').text()).toMatch(/Arbeitsliste\s*1/);
    expect(page('main section.card form').length).toBeGreaterThan(0);
  });

  it('does the way that was chosen by one click', async () => {
    const page = load(await browser.page('/office/worklist'));
    const form = page('main section.card form').first();
    const fields = Object.fromEntries(
      form
        .find('input')
        .toArray()
        .map((input) => [page(input).attr('name') ?? '', page(input).attr('value') ?? '']),
    );

    const answer = await browser.postRaw(form.attr('action') ?? '', fields);

    expect(answer.status).toBe(303);
    expect(await talkStates(test)).toMatchObject([{ interpreterState: 'asked' }]);
    expect(load(await browser.page('/office/worklist'))('main section.card')).toHaveLength(0);
  });

  it('leaves on the talk’s page who was asked and what came of it', async () => {
    const [talk] = await test.database.query<{ id: string }>('select id from talks');
    const page = load(await browser.page(`/office/talks/${talk!.id}`));

    expect(page('main').text()).toMatch(/Anfragen[\s\S]*: abgelehnt[\s\S]*: angefragt, Antwort bis/);
  });

  it('shows what follows when an interpreter drops out, and does it by one click', async () => {
    const [talk] = await talkStates(test);
    const address = `/office/interpreters/${talk!.interpreterId}/drop-out`;
    const page = load(await browser.page(`${address}?from=2027-01-25&until=2027-04-30`));

    expect(page('main').text()).toContain('1 Gespräch ist betroffen');
    const talks = page('input[name="talks"]').attr('value') ?? '';
    const answer = await browser.post(address, { from: '2027-01-25', until: '2027-04-30', talks });

    expect(answer.status).toBe(303);
    expect(await talkStates(test)).toMatchObject([{ interpreterId: null }]);
    const audited = await audits(test);
    expect((await browser.post(address, { from: '2027-01-25', until: '2027-04-30', talks })).status).toBe(
      303,
    );
    expect(await talkStates(test)).toMatchObject([{ interpreterId: null }]);
    expect(await audits(test)).toBe(audited + 1);
  });
});
