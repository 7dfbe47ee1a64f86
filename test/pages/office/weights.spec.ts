import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { setTimeout as sleep } from 'node:timers/promises';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aPlan } from '../../support/plans.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

// two searches of two seconds each, which take their time on a busy machine
jest.setTimeout(90_000);

const WEIGHTS = '/office/settings/weights';

describe('the weights of the office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let administrator: StaffBrowser;
  let coordinator: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId, { email: 'leitung@example.ch', role: 'administrator' });
    await aStaffUser(test, world.officeId, { email: 'koordination@example.ch', role: 'coordinator' });
    administrator = await signedIn(test, 'leitung@example.ch');
    coordinator = await signedIn(test, 'koordination@example.ch');
    for (const language of ['ti', 'ti', 'en']) {
      await aHousehold(test.database, world.officeId, { target_on: '2027-01-12' }, { [language]: 3 });
    }
  });

  afterAll(() => test.close());

  async function fields(staff: StaffBrowser): Promise<Record<string, string>> {
    const form = load(await staff.page(WEIGHTS));
    return Object.fromEntries(
      form('main fieldset input')
        .toArray()
        .map((input) => [form(input).attr('name')!, form(input).attr('value')!]),
    );
  }

  async function whenTried(address: string): Promise<CheerioAPI> {
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await coordinator.get(address);
      if (answer.headers.get('refresh') === null) return load(await answer.text());
      await sleep(200);
    }
    throw new Error('The trial does not end');
  }

  it('have no effect to show before there is a plan', async () => {
    const answer = await coordinator.post(WEIGHTS, { ...(await fields(coordinator)), do: 'try' });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Es gibt noch keinen Vorschlag');
  });

  it('show their price on the last plan before they are saved, and refuse what is no amount', async () => {
    await aPlan(test, world.officeId);
    const present = await fields(administrator);

    const preview = await administrator.post(WEIGHTS, { ...present, late: '3’000', do: 'preview' });
    const $ = load(await preview.text());
    const wrong = await administrator.post(WEIGHTS, { ...present, late: 'viel', do: 'save' });

    expect($('.numbers tbody tr').eq(1).text()).toMatch(/^zu spätCHF [\d'.]+CHF [\d'.]+$/);
    expect((await fields(administrator))['late']).toBe('20.00');
    expect(wrong.status).toBe(422);
  });

  it('are tried out by a search with the present ones and one with the others', async () => {
    const others = { ...(await fields(coordinator)), unscheduled: '1', do: 'try' };

    const ordered = await coordinator.post(WEIGHTS, others);
    const $ = await whenTried(ordered.headers.get('location')!);

    const lines = $('.numbers tbody tr')
      .toArray()
      .map((line) =>
        $(line)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(lines.slice(0, 3)).toEqual([
      ['eingeladen', '3', '1', '−2'],
      ['davon nach dem Zieltag', '3', '1', '−2'],
      ['Dolmetschkosten', expect.stringMatching(/^CHF /), 'CHF 0.00', expect.stringMatching(/^−CHF /)],
    ]);
    expect($('#unscheduled').attr('value')).toBe('1.00');
    expect((await fields(coordinator))['unscheduled']).toBe('2000.00');
  });

  it('are saved by administrators only', async () => {
    const save = async (staff: StaffBrowser) =>
      (await staff.post(WEIGHTS, { ...(await fields(staff)), late: '30', do: 'save' })).status;
    const page = load(await coordinator.page(WEIGHTS));

    expect(page('button[value=save]')).toHaveLength(0);
    expect(page('main').text()).toContain('Nur die Administration kann Gewichte speichern.');
    expect(await save(coordinator)).toBe(403);
    expect((await fields(administrator))['late']).toBe('20.00');
    expect(await save(administrator)).toBe(303);
    expect((await fields(administrator))['late']).toBe('30.00');
  });

  it('of another office are not found', async () => {
    const other = await aSmallWorld(test.database);
    await aStaffUser(test, other.officeId, { email: 'other@example.ch' });
    const stranger = await signedIn(test, 'other@example.ch');
    const [trial] = await test.database.query<{ id: string }>(`select id from jobs where kind = 'weights'`);

    expect((await stranger.get(`${WEIGHTS}/trials/${trial!.id}`)).status).toBe(404);
    expect((await coordinator.get(`${WEIGHTS}/trials/none`)).status).toBe(404);
  });
});
