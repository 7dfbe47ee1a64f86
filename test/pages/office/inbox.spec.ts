import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { RunJob } from '../../../src/features/jobs/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aStaffUser, aWrittenTalk, nameContact, signedIn, type StaffBrowser } from '../../support/office.js';
import { aHousehold, aSmallWorld, type SmallWorld, someLanguages } from '../../support/world.js';

describe('the inbox', () => {
  let test: TestApp;
  let browser: StaffBrowser;
  let officeId: number;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    await someLanguages(test.database);
    world = await aSmallWorld(test.database);
    ({ officeId } = world);
    await test.database.query(
      `insert into municipalities (bfs_number, name, canton) values (2829, 'Liestal', 'BL')`,
    );
    await aHousehold(test.database, officeId, {
      reference: 'LATE',
      arrived_on: '2026-10-01',
      target_on: '2026-12-30',
      municipality_bfs: 2829,
      step_free: true,
    });
    await aHousehold(test.database, officeId, { reference: 'TAMIL', channel: 'letter' }, { ta: 3 });
    await aHousehold(test.database, officeId, { reference: 'GONE', state: 'moved-away' });
    await aStaffUser(test, officeId);
    await aStaffUser(test, officeId, { email: 'report@example.ch', role: 'reporting' });
    await aStaffUser(test, officeId, { email: 'gemeinde@example.ch', role: 'municipality' });
    await aStaffUser(test, officeId, { email: 'revision@example.ch', role: 'auditor' });
    const other = await aSmallWorld(test.database);
    await aHousehold(test.database, other.officeId, { reference: 'FOREIGN' });
    browser = await signedIn(test);
  });

  afterAll(() => test.close());

  const references = async (path: string): Promise<string[]> => {
    const $ = load(await browser.page(path));
    return $('tbody th .below')
      .toArray()
      .map((cell) => $(cell).text().split(' · ')[0] ?? '');
  };

  it('shows the open households of this office, most urgent first', async () => {
    expect(await references('/office/inbox')).toEqual(['LATE', 'TAMIL']);
  });

  it('says how long each has been here and marks who waits too long', async () => {
    const $ = load(await browser.page('/office/inbox'));
    const late = $('tbody tr').first().text();

    expect(late).toContain('102 Tage');
    expect(late).toContain('Ziel 30.12.2026');
    expect(late).toContain('überfällig');
    expect(late).toContain('stufenlos');
    expect(late).toContain('Liestal');
    expect($('tbody tr').last().text()).not.toContain('überfällig');
  });

  it('keeps a filter under a name for one person, until that person removes it', async () => {
    await aStaffUser(test, officeId, { email: 'zweite@example.ch' });
    const colleague = await signedIn(test, 'zweite@example.ch');
    const mine = (page: string): string[] =>
      load(page)('.saved-filters li a')
        .toArray()
        .map((link) => link.attribs['href'] ?? '');

    const unnamed = await browser.post('/office/inbox/filters', { name: ' ', language: 'ta' });
    const kept = await browser.post('/office/inbox/filters', {
      name: 'Tamil',
      language: 'ta',
      state: 'open',
    });
    const renewed = await browser.post('/office/inbox/filters', {
      name: 'Tamil',
      language: 'ta',
      channel: 'letter',
    });
    const page = await browser.page('/office/inbox');
    const remove = load(page)('.saved-filters li form').attr('action') ?? '';
    const stranger = await colleague.post(remove, {});

    expect(unnamed.headers.get('location')).toContain('done=filter-without-name');
    expect(kept.headers.get('location')).toBe('/office/inbox?state=open&language=ta&done=saved');
    expect(renewed.status).toBe(303);
    expect(mine(page)).toEqual(['/office/inbox?state=open&language=ta&channel=letter']);
    expect(await references(mine(page)[0] ?? '')).toEqual(['TAMIL']);
    expect(mine(await colleague.page('/office/inbox'))).toEqual([]);
    expect(stranger.status).toBe(404);
    await browser.post(remove, {});
    expect(mine(await browser.page('/office/inbox'))).toEqual([]);
  });

  it.each([
    ['language=ta', ['TAMIL']],
    ['channel=letter', ['TAMIL']],
    ['municipality=2829', ['LATE']],
    ['age=overdue', ['LATE']],
    ['age=90', ['LATE']],
    ['state=moved-away', ['GONE']],
    ['state=all', ['LATE', 'TAMIL', 'GONE']],
  ])('is narrowed by %s', async (query, expected) => {
    expect((await references(`/office/inbox?${query}`)).sort()).toEqual([...expected].sort());
  });

  it('keeps the chosen filters in the form', async () => {
    const $ = load(await browser.page('/office/inbox?language=ta&channel=letter'));

    expect($('#language').val()).toBe('ta');
    expect($('#channel').val()).toBe('letter');
    expect($('#state').val()).toBe('open');
    expect($('.filters .buttons a').attr('href')).toBe('/office/inbox');
  });

  it('narrows nothing by what it does not understand', async () => {
    const answer = await browser.get(
      '/office/inbox?state=nonsense&municipality=x&age=-1&language=%27&after=1&channel=pigeon',
    );

    expect(answer.status).toBe(200);
    expect(load(await answer.text())('tbody tr')).toHaveLength(2);
  });

  it('says that nothing matches and how to see all again', async () => {
    const $ = load(await browser.page('/office/inbox?language=tr'));

    expect($('.empty').text()).toContain('Keine Treffer');
    expect($('.empty a').attr('href')).toBe('/office/inbox');
  });

  it('goes on page by page without losing or repeating a household', async () => {
    const { officeId: big } = await aSmallWorld(test.database);
    for (let count = 0; count < 53; count += 1) await aHousehold(test.database, big);
    await aStaffUser(test, big, { email: 'big@example.ch' });
    browser = await signedIn(test, 'big@example.ch');

    const first = load(await browser.page('/office/inbox'));
    const next = first('.paging a[rel=next]').attr('href') ?? '';
    const seen = [...(await references('/office/inbox')), ...(await references(next))];
    const last = load(await browser.page(next));
    browser = await signedIn(test);

    expect(new Set(seen).size).toBe(53);
    expect(seen).toHaveLength(53);
    expect(last('.paging a[rel=next]')).toHaveLength(0);
  });

  it('says that all is planned and leads to the import when nobody waits', async () => {
    const { officeId: empty } = await aSmallWorld(test.database);
    await aStaffUser(test, empty, { email: 'empty@example.ch' });

    const $ = load(await (await signedIn(test, 'empty@example.ch')).page('/office/inbox'));

    expect($('.empty').text()).toContain('Alles geplant');
    expect($('.empty a').attr('href')).toBe('/office/import');
  });

  it.each(['report@example.ch', 'gemeinde@example.ch', 'revision@example.ch'])(
    'is closed to %s',
    async (email) => {
      const answer = await (await signedIn(test, email)).get('/office/inbox');

      expect(answer.status).toBe(403);
    },
  );

  describe('many at once', () => {
    const work = (address: string): Promise<void> =>
      test.app.get(RunJob, { strict: false }).run(address.split('/').at(-1)!, new AbortController().signal);
    const states = async (ids: readonly number[]): Promise<string[]> => {
      const rows = await test.database.query<{ state: string }>(
        'select state from households where id = any ($1) order by id',
        [ids],
      );
      return rows.map(({ state }) => state);
    };
    const order = async (action: string, ids: readonly number[], reason = ''): Promise<string> => {
      const fields = { action, households: ids.join(','), reason };
      const answer = await browser.post('/office/inbox/bulk', fields);
      return answer.headers.get('location') ?? '';
    };

    it('shows what it would do, does it by a job with a lasting page, and takes it back where nobody has changed it', async () => {
      const ids = [
        await aHousehold(test.database, officeId),
        await aHousehold(test.database, officeId),
        await aHousehold(test.database, officeId, { state: 'done' }),
      ];
      const check = load(
        await browser.page(`/office/inbox/bulk?action=not-invite&household=${ids.join('&household=')}`),
      );
      const without = await browser.post('/office/inbox/bulk', {
        action: 'not-invite',
        households: ids.join(','),
      });

      expect(check('main').text()).toContain('2 Haushalte werden geändert.');
      expect(check('main li').text()).toBe('1 – Gespräch hat stattgefunden');
      expect(without.status).toBe(422);
      expect(load(await without.text())('.error-summary a').attr('href')).toBe('#reason');

      const address = await order('not-invite', ids, 'Kurzaufenthalt');
      await work(address);
      const done = load(await browser.page(address));
      expect(done('.job-status').text()).toBe('Fertig. 2 erledigt · 1 ausgelassen.');
      expect(await states(ids)).toEqual(['not-invited', 'not-invited', 'done']);

      await test.database.query(`update households set state = 'moved-away' where id = $1`, [ids[1]]);
      const back = await browser.post(`${address}/take-back`, {});
      await work(back.headers.get('location')!);
      const undone = load(await browser.page(back.headers.get('location')!));
      expect(await states(ids)).toEqual(['open', 'moved-away', 'done']);
      expect(undone('tbody').text()).toContain('seither geändert');
    });

    it('goes on with the rest after it was called off, and leaves households of other offices alone', async () => {
      const { officeId: elsewhere } = await aSmallWorld(test.database);
      const foreign = await aHousehold(test.database, elsewhere);
      const ids = [await aHousehold(test.database, officeId), await aHousehold(test.database, officeId)];
      const address = await order('suspend', [...ids, foreign], 'Spital');
      await browser.post(`${address}/cancel`, {});
      await work(address);
      const stopped = load(await browser.page(address));
      await browser.post(`${address}/restart`, {});
      await work(address);
      const done = load(await browser.page(address));
      const suspended = await test.database.query<{ id: number }>(
        'select id from households where ladder_suspended_because is not null order by id',
      );

      expect(stopped('.job-status').text()).toBe('Abgebrochen. 0 erledigt.');
      expect(done('.job-status').text()).toBe('Fertig. 2 erledigt.');
      expect(suspended.map(({ id }) => id)).toEqual(ids);
    });

    it('reaches every household that the filters let through', async () => {
      const page = load(
        await browser.page('/office/inbox/bulk?action=suspend&all=yes&state=open&language=ta'),
      );

      expect(page('main').text()).toContain('1 Haushalt wird geändert.');
    });
  });

  it('finds people who stand in it twice, shows what is kept from which, and loses no talk when they become one', async () => {
    const [first, second] = [
      await aHousehold(test.database, officeId, { reference: 'DOPPEL-1' }),
      await aHousehold(test.database, officeId, { reference: 'DOPPEL-2', target_on: '2027-02-01' }),
    ];
    for (const id of [first, second]) await nameContact(test, id, { first: 'Ana', last: 'Doppel' });
    await test.database.query(`update persons set born = '1990-02-01' where household_id = any ($1)`, [
      [first, second],
    ]);
    await reachHousehold(test.database, second, { phone: '+41 61 000 11 22' });
    const talkId = await aWrittenTalk(test, world, {
      household_id: second,
      starts_at: '2027-02-11T09:00:00Z',
      state: 'invited',
    });
    const address = `/office/households/${first}/merge`;
    const fields = (page: CheerioAPI): Record<string, string> => ({
      with: String(second),
      version: page('input[name=version]').attr('value')!,
      otherVersion: page('input[name=otherVersion]').attr('value')!,
    });

    const list = load(await browser.page('/office/duplicates'));
    const page = load(await browser.page(`${address}?with=${second}`));
    const stale = await browser.post(address, { ...fields(page), version: '99', do: 'merge' });
    const answer = await browser.post(address, { ...fields(page), do: 'merge' });
    const after = load(await browser.page(answer.headers.get('location')!));
    const gone = load(await browser.page(`/office/households/${second}`));
    const [talk] = await test.database.query<{ household: number }>(
      'select household_id as household from talks where id = $1',
      [talkId],
    );

    expect(list('main').text()).toContain('DOPPEL-1, DOPPEL-2');
    expect(page('tr:contains("Gespräche") td').text()).toBe('011');
    expect(stale.status).toBe(409);
    expect(answer.status).toBe(303);
    expect(talk?.household).toBe(first);
    expect(after('main').text()).toContain('000 11 22'.replaceAll(' ', '\u00a0'));
    expect(after('main').text()).toContain('01.02.2027');
    expect(gone('main').text()).toContain('zusammengelegt mit DOPPEL-1');
    expect(load(await browser.page('/office/duplicates'))('main').text()).toContain('Keine Doppel');
  });

  it('remembers that two people are not the same', async () => {
    const [one, other] = [
      await aHousehold(test.database, officeId),
      await aHousehold(test.database, officeId),
    ];
    for (const id of [one, other]) await nameContact(test, id, { first: 'Eva', last: 'Zwilling' });
    await test.database.query(`update persons set born = '1980-05-05' where household_id = any ($1)`, [
      [one, other],
    ]);

    const before = load(await browser.page('/office/duplicates'))('main li').length;
    const fields = { with: String(other), version: '1', otherVersion: '1', do: 'apart' };
    await browser.post(`/office/households/${one}/merge`, fields);

    expect(before).toBe(1);
    expect(load(await browser.page('/office/duplicates'))('main li')).toHaveLength(0);
  });
});
