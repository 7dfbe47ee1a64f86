import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ExampleOffice } from '../../../src/features/example-office/index.js';
import { RunJob } from '../../../src/features/jobs/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  axeViolations,
  byKeyboard,
  inWindow,
  launchBrowser,
  lostWithoutColour,
  smallTargets,
  stickingOut,
} from '../../support/browser.js';
import { htmlFaults } from '../../support/html-faults.js';
import { StaffBrowser } from '../../support/office.js';

const EMAIL = 'koordination@musterland.example';
const PASSWORD = 'musterland-willkommen';

interface Subjects {
  readonly open: number;
  readonly planned: number;
  readonly talk: string;
  readonly begun: string;
  readonly site: number;
  readonly interpreter: number;
  readonly tariff: number;
  /** A household with the same name and birthday as the open one. */
  readonly twin: number;
  readonly job: string;
}

/** Pages and states of the office, by a name for the report; with `EVERY_PAGE=1` those too that are made alike. */
function pagesOf(subjects: Subjects): Readonly<Record<string, string>> {
  const { open, planned, talk, begun, site, interpreter, tariff, twin, job } = subjects;
  const query = `startsAt=2027-01-26T09%3A00%3A00.000Z&room=1&caseworker=1&interpreter=&language=de`;
  return {
    today: '/office/today',
    'today after an outcome': `/office/today?done=outcome&undo=/office/talks/${begun}/outcome/undo&version=1`,
    inbox: '/office/inbox',
    'inbox without matches': '/office/inbox?language=ja',
    household: `/office/households/${open}`,
    'household with a talk': `/office/households/${planned}`,
    'editing a household': `/office/households/${open}/edit`,
    'an appointment by hand': `/office/households/${open}/talk`,
    'nothing free': `/office/households/${open}/talk?from=2027-01-12&to=2027-01-12`,
    'the last look': `/office/households/${open}/talk/check?${query}`,
    'a wrong time': `/office/households/${open}/talk/check?day=x&caseworker=1&language=de`,
    'for whom': '/office/talks/new?day=2027-01-26',
    week: '/office/week',
    'week with a talk': `/office/week?t=${talk}`,
    'week by caseworker': '/office/week?by=caseworker',
    'week by interpreter': '/office/week?by=interpreter',
    day: '/office/week?by=day',
    list: '/office/week?by=list',
    'empty week': '/office/week?week=2029-W10&by=list',
    talk: `/office/talks/${talk}`,
    'talk that has begun': `/office/talks/${begun}`,
    moving: `/office/talks/${talk}/move`,
    'moving, last look': `/office/talks/${talk}/move/check?${query}`,
    cancelling: `/office/talks/${talk}/cancel`,
    tariffs: '/office/tariffs',
    'own password': '/office/account/password',
    delivery: '/office/delivery',
    'delivery without trouble': '/office/delivery?state=trouble',
    search: '/office/search?q=an',
    'search without matches': '/office/search?q=xyzxyz',
    import: '/office/import',
    accessibility: '/office/accessibility',
    'inbox with own filters': '/office/inbox?state=all&channel=letter',
    'two that may be one': `/office/households/${open}/merge?with=${twin}`,
    'talks without a place': '/office/worklist/displaced',
    'a job that is done': `/office/jobs/${job}`,
    'a tariff': `/office/settings/tariffs/${tariff}`,
    ...(process.env['EVERY_PAGE'] === undefined
      ? {}
      : {
          duplicates: '/office/duplicates',
          'for many at once': `/office/inbox/bulk?action=not-invite&household=${open}`,
          jobs: '/office/jobs',
          worklist: '/office/worklist',
          letters: '/office/letters',
          plans: '/office/plans',
          weights: '/office/settings/weights',
          reports: '/office/reports',
          'worked times': '/office/worked',
          texts: '/office/texts',
          'texts of a language': '/office/texts/ar',
          account: '/office/account',
          'second factor': '/office/account/second-factor',
          'own calendar': '/office/calendar',
          'an interpreter falls out': `/office/interpreters/${interpreter}/drop-out`,
          settings: '/office/settings',
          'office settings': '/office/settings/office',
          policies: '/office/settings/policies',
          ladder: '/office/settings/ladder',
          sites: '/office/settings/sites',
          site: `/office/settings/sites/${site}`,
          interpreter: `/office/settings/interpreters/${interpreter}`,
          closings: '/office/settings/closings',
          absences: '/office/settings/absences',
          languages: '/office/settings/languages',
        }),
  };
}

describe('the pages of the office in a browser', () => {
  let test: TestApp;
  let browser: Browser;
  let staff: StaffBrowser;
  let pages: Readonly<Record<string, string>>;

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.get(ExampleOffice, { strict: false }).createIfEmpty();
    const [found] = await test.database.query<Omit<Subjects, 'twin' | 'job'>>(
      `select (select min(id) from households where state = 'open') as open,
              (select min(household_id) from talks where starts_at > $1 and state = 'invited') as planned,
              (select id from talks where starts_at > $1 and state = 'invited' order by starts_at limit 1) as talk,
              (select id from talks where starts_at < $1 order by starts_at desc limit 1) as begun,
              (select min(id) from sites) as site, (select min(interpreter_id) from office_interpreters) as interpreter,
              (select min(id) from tariffs) as tariff`,
      [test.clock.now()],
    );
    if (!found) throw new Error('The example office is empty.');
    await test.database.query(`update talks set state = 'confirmed' where id = $1`, [found.begun]);
    staff = new StaffBrowser(test.url);
    await staff.signIn(EMAIL, PASSWORD);
    pages = pagesOf({ ...found, twin: await aTwin(found.open), job: await aJob() });
    await staff.post('/office/inbox/filters', { name: 'Nur Briefe', state: 'all', channel: 'letter' });
    await test.database.query(
      `insert into displaced_talks (talk_id, office_id, revision, rules, noted_at)
       select id, office_id, revision, $2, $3 from talks where id = $1`,
      [
        found.talk,
        JSON.stringify([{ rule: 'room-is-at-the-site', names: [], overridable: false }]),
        test.clock.now(),
      ],
    );
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  const aTwin = async (householdId: number): Promise<number> => {
    const [other] = await test.database.query<{ id: number }>(
      `select max(id) as id from households where state = 'open' and id <> $1`,
      [householdId],
    );
    await test.database.query(
      `update persons p set first_name = o.first_name, last_name = o.last_name, born = o.born from persons o
        where o.household_id = $1 and o.is_contact and p.household_id = $2 and p.is_contact`,
      [householdId, other?.id],
    );
    return other?.id ?? 0;
  };

  /** Something was done to a household, and has ended. */
  const aJob = async (): Promise<string> => {
    const [one] = await test.database.query<{ id: number }>(
      `select max(id) as id from households where state = 'done'`,
    );
    const answer = await staff.post('/office/inbox/bulk', {
      action: 'not-invite',
      households: String(one?.id),
      reason: 'Weggezogen',
    });
    const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    await test.app.get(RunJob, { strict: false }).run(id, new AbortController().signal);
    return id;
  };

  /** Looks at every page in one window of this width; collects what each look finds. */
  const findings = async (
    width: number,
    look: (page: Page, name: string) => Promise<readonly string[]>,
    only: readonly string[] = Object.keys(pages),
  ): Promise<string[]> => {
    const found: string[] = [];
    await inWindow(browser, { viewport: { width, height: 800 } }, async (page) => {
      const cookies = [...staff.cookies].map(([name, value]) => ({ name, value, url: test.url }));
      await page.context().addCookies(cookies);
      for (const name of only) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(test.url + (pages[name] ?? ''));
        found.push(...(await look(page, name)).map((fault) => `${name}: ${fault}`));
      }
    });
    return found;
  };

  it('break no rule of axe', async () => {
    expect(await findings(1280, axeViolations)).toEqual([]);
  }, 180_000);

  it('fit a window of 320 pixels, keep their targets large, and need neither colour nor movement', async () => {
    const faults = await findings(320, async (page) => [
      ...(await stickingOut(page)),
      ...(await smallTargets(page, 24)),
      ...(await lostWithoutColour(page)),
    ]);

    expect(faults).toEqual([]);
  }, 120_000);

  it('are valid HTML', async () => {
    const faults: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const html = await (await staff.get(path)).text();
      faults.push(...(await htmlFaults(html)).map((fault) => `${name}: ${fault}`));
    }

    expect(faults).toEqual([]);
  }, 60_000);

  it('name themselves in their title, with one main heading', async () => {
    const faults = await findings(1280, async (page, name) => {
      const headings = await page.locator('h1').count();
      const isNamed = (await page.title()).endsWith(' – Amt für Migration Musterland');
      return headings === 1 && isNamed ? [] : [`${headings} headings, «${await page.title()}» of ${name}`];
    });

    expect(faults).toEqual([]);
  }, 60_000);

  it('show five days of at least three rooms at 1280 pixels without scrolling sideways, also beside a talk', async () => {
    const faults = await findings(
      1280,
      async (page) => {
        const { wide, inner, rows, columns } = await page.evaluate(() => {
          const region = document.querySelector('.week')?.closest('.scroll');
          return {
            wide: region?.scrollWidth ?? 0,
            inner: region?.clientWidth ?? 0,
            rows: document.querySelectorAll('.week tbody tr').length,
            columns: document.querySelectorAll('.week thead th').length,
          };
        });
        const fits = wide <= inner && rows >= 3 && columns === 6;
        return fits ? [] : [`${wide} in ${inner}, ${rows} rows, ${columns} columns`];
      },
      ['week', 'week with a talk'],
    );

    expect(faults).toEqual([]);
  }, 30_000);

  it('show the list instead of the table in a narrow window when nobody chose', async () => {
    const look = async (page: Page): Promise<string[]> => [
      `table ${String(await page.locator('.week').isVisible())}`,
      `list ${String(await page.locator('.list-day').first().isVisible())}`,
    ];

    expect(await findings(360, look, ['week'])).toEqual(['week: table false', 'week: list true']);
    expect(await findings(1280, look, ['week'])).toEqual(['week: table true', 'week: list false']);
  }, 30_000);

  it('are all reached by the keyboard: each stop is visible and none holds the focus', async () => {
    const faults = await findings(
      1280,
      async (page) => {
        const stops = new Set<string>();
        for (let count = 0; count < 40; count += 1) {
          await page.keyboard.press('Tab');
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            const box = element?.getBoundingClientRect();
            if (!element || element === document.body || !box) return '';
            return box.width > 0 && box.height > 0 ? `${element.outerHTML.slice(0, 200)} ${box.y}` : 'unseen';
          });
          stops.add(stop);
        }
        return stops.size < 12 || stops.has('unseen') ? [[...stops].slice(0, 3).join(' | ')] : [];
      },
      ['today', 'inbox', 'week', 'editing a household'],
    );

    expect(faults).toEqual([]);
  }, 60_000);

  it.each([1280, 320])(
    'invite, plan by hand, move and take an outcome by the keyboard alone, without JavaScript, at %d px',
    async (width) => {
      const [free] = await test.database.query<{ id: number }>(
        `select max(id) as id from households where state = 'open'`,
      );
      const options = { viewport: { width, height: 800 }, javaScriptEnabled: false };
      await inWindow(browser, options, async (page) => {
        const cookies = [...staff.cookies].map(([name, value]) => ({ name, value, url: test.url }));
        await page.context().addCookies(cookies);
        const press = (selector: string): Promise<void> => byKeyboard(page, page.locator(selector).first());

        await page.goto(`${test.url}/office/households/${free?.id}`);
        await press('main a.button-primary');
        await press('.slot a');
        await press('main form[method=post] .button-primary');
        const booked = await page.locator('.banner').innerText();
        await press('main a[href^="/office/talks/"]');
        await press('main a[href$="/move"]');
        await press('.slot a');
        await press('main form[method=post] .button-primary');
        const moved = await page.locator('.banner').innerText();
        await page.goto(`${test.url}${pages['talk that has begun'] ?? ''}`);
        await press('main form[action$="/outcome"] button');
        const held = await page.locator('.banner').innerText();
        await press('main form[action*="/outcome/undo"] button');

        expect(booked).toContain('Der Termin ist gebucht.');
        expect(moved).toContain('Der Termin ist verschoben.');
        expect(held).toContain('Der Ausgang ist erfasst.');
      });
    },
    120_000,
  );

  it('tell one person what another changes meanwhile: a line and the figure of the navigation, while no row moves', async () => {
    const colleague = new StaffBrowser(test.url);
    await colleague.signIn('admin@musterland.example', PASSWORD);
    const windowOf = async (who: StaffBrowser): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'de-CH' });
      await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: test.url })));
      return context.newPage();
    };
    const [mine, theirs] = await Promise.all([windowOf(staff), windowOf(colleague)]);
    const rows = (): Promise<string[]> => mine.locator('tbody th').allInnerTexts();
    const waiting = mine.locator('.nav a[href="/office/inbox"] .count');
    await mine.goto(`${test.url}/office/inbox`);
    const before = { rows: await rows(), waiting: Number.parseInt(await waiting.innerText()) };

    await theirs.goto(`${test.url}${pages['editing a household'] ?? ''}`);
    await theirs.selectOption('[name=state]', 'written');
    await theirs.fill('[name=reason]', 'Spricht gut Deutsch');
    await theirs.locator('main form button[type=submit]').first().click();
    await mine.locator('.live-bar-shown a').waitFor();

    expect(await mine.locator('[data-live-words]').innerText()).toBe('1 Änderung von anderen');
    await waiting.getByText(String(before.waiting - 1)).waitFor();
    expect(await rows()).toEqual(before.rows);
    await mine.locator('.live-bar-shown a').click();
    await mine.waitForLoadState();
    expect(await rows()).not.toEqual(before.rows);
    await Promise.all([mine.context().close(), theirs.context().close()]);
  }, 60_000);

  it('keep within the weight of staff pages: 60 kB of HTML, style and the one script that tells of changes', async () => {
    const heavy: string[] = [];
    const assets = await Promise.all(
      ['office.css', 'office.js'].map(async (name) =>
        gzipSync(await (await fetch(`${test.url}/assets/${name}`)).text()),
      ),
    );
    const assetBytes = assets.reduce((sum, { length }) => sum + length, 0);
    for (const [name, path] of Object.entries(pages)) {
      const html = await (await staff.get(path)).text();
      // gzip makes markup at least five times smaller; a bound that needs no second compression
      const scripts = html.match(/<script[^>]*>/g)?.join() ?? '';
      const isScripted = !/^(<script src="\/assets\/(office|passkeys)\.js" type="module">,?)*$/.test(scripts);
      if (html.length / 5 + assetBytes > 60_000 || isScripted) heavy.push(name);
    }

    expect(heavy).toEqual([]);
  }, 60_000);
});
