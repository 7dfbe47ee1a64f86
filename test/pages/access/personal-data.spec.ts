import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { saveContact } from '../../../src/features/contacts/index.js';
import { CalendarLinks, type CalendarOwner } from '../../../src/features/links/index.js';
import { roles } from '../../../src/features/staff/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { sendLater } from '../../support/notices.js';
import { PASSWORD } from '../../support/office.js';
import { interpreterKnocker, knock, type Knocker, staffKnocker, stranger } from './knock.js';
import { expectedRoutes, type Visitor } from './route-table.js';
import { idsOf, twoOffices, type TwoOffices } from './two-offices.js';

// about 300 requests
jest.setTimeout(60_000);

let test: TestApp;
let offices: TwoOffices;
let seen: readonly Seen[];
let smtp: ScriptedSmtp;
const log: string[] = [];

/** What is known of everybody, in words that occur nowhere else. */
const CANARIES = {
  name: 'Zeisigfink',
  arrival: 'ana@example.org',
  address: 'Verstecktgasse',
  town: 'Geheimwil',
  email: 'kanarienvogel',
  phone: /79.?555.?01/,
  note: 'Sumpfohreule',
} as const;

/** What an address needs to show anything. */
const QUERIES: Readonly<Record<string, () => string>> = {
  'GET /office/search': () => '?q=zeisigfink',
  'GET /office/week': () => '?week=2027-W04',
  'GET /office/worked': () => '?month=2027-01',
  'GET /office/worked/list.csv': () => '?month=2027-01',
  'GET /office/households/:id/merge': () => `?with=${offices.objects['row'] ?? ''}`,
  'GET /office/inbox/bulk': () => `?household=${offices.objects['household'] ?? ''}&do=letter`,
};

beforeAll(async () => {
  // says no to newcomers, and who they are
  smtp = await startScriptedSmtp({
    rcpt: ({ line }) => (line.includes('kanarienvogel') ? `550 5.1.1 no ${line}` : undefined),
  });
  test = await startTestApp(undefined, { smtpUrl: smtp.url, log: (line) => log.push(line) });
  offices = await twoOffices(test);
  await nameEverybody();
  seen = await walk();
});

afterAll(async () => {
  await test.close();
  await smtp.stop();
});

async function nameEverybody(): Promise<void> {
  await test.database.query(`update persons set last_name = 'Zeisigfink'`);
  for (const { id } of await test.database.query<{ id: number }>('select id from persons'))
    await saveContact(test.database, 'persons', id, {
      email: `kanarienvogel${id}@example.org`,
      phone: `+41 79 555 01 ${10 + (id % 90)}`,
    });
  await test.database.query(
    `insert into municipalities (bfs_number, name, canton) values (9, 'Musterdorf', 'BL') on conflict do nothing`,
  );
  await test.database.query(
    `update households set address_lock = true, note = 'Sumpfohreule', municipality_bfs = 9`,
  );
  const home = { street: 'Verstecktgasse 7', postcode: '8888', town: 'Geheimwil' };
  for (const { id } of await test.database.query<{ id: number }>('select id from households'))
    await saveContact(test.database, 'households', id, home);
  await test.database.query(`update staff_users set municipality_bfs = 9 where role = 'municipality'`);
}

interface Seen {
  readonly visitor: Visitor;
  readonly route: string;
  /** Kinds of what was shown. */
  readonly shown: readonly string[];
  readonly recorded: readonly string[];
}

async function walk(): Promise<Seen[]> {
  const visitors: Knocker[] = [
    ...(await Promise.all(roles.map((role) => staffKnocker(test, offices, role)))),
    await interpreterKnocker(test, offices.world.interpreterId),
    stranger('newcomer'),
  ];
  const found: Seen[] = [];
  let last = '0';
  await entriesAfter();
  for (const knocker of visitors)
    for (const line of expectedRoutes().filter(({ route }) => route.startsWith('GET'))) {
      if (line.answers[knocker.visitor] !== '+') continue;
      const ids = { ...idsOf(offices, line), token: offices.objects['newcomer'] ?? '' };
      const answer = await knock(test, knocker, line.route + (QUERIES[line.route]?.() ?? ''), ids);
      found.push({
        visitor: knocker.visitor,
        route: line.route,
        shown: kindsIn(await answer.text()),
        recorded: await entriesAfter(),
      });
    }
  return found;

  async function entriesAfter(): Promise<string[]> {
    const rows = await test.database.query<{ id: string; action: string }>(
      'select id, action from audit_entries where id > $1 order by id',
      [last],
    );
    last = rows.at(-1)?.id ?? last;
    return rows.map(({ action }) => action);
  }
}

function kindsIn(text: string): string[] {
  return Object.entries(CANARIES)
    .filter(([, word]) => (typeof word === 'string' ? text.includes(word) : word.test(text)))
    .map(([kind]) => kind);
}

const showing = (kinds: readonly string[]): string[] =>
  [
    ...new Set(
      seen.filter(({ shown }) => kinds.some((kind) => shown.includes(kind))).map(({ route }) => route),
    ),
  ].sort();

describe('a locked address', () => {
  it('is shown on the page of its household only, to those who look after it', () => {
    expect(showing(['address', 'town'])).toEqual(['GET /office/households/:id']);
  });

  it('has telephone, e-mail and note on the few pages that are about one household', () => {
    expect(showing(['email', 'phone', 'note'])).toEqual([
      'GET /api/v1/households/:id',
      'GET /office/households/:id',
      'GET /office/households/:id/edit',
      'GET /office/households/:id/merge',
    ]);
  });

  it('is in no calendar and in no message', async () => {
    const calendars = test.app.get(CalendarLinks, { strict: false });
    const { interpreterId, caseworkerIds } = offices.world;
    const owners: CalendarOwner[] = [
      { kind: 'interpreter', id: interpreterId },
      { kind: 'caseworker', id: caseworkerIds[0] },
    ];
    for (const owner of owners) {
      await calendars.renew(owner);
      const feed = await (await fetch((await calendars.addressOf(owner)) ?? '')).text();
      expect(feed).toContain('BEGIN:VEVENT');
      expect(kindsIn(feed)).toEqual([]);
    }
    await sendLater(test, 5);
    const texts = await test.database.query<{ text: string }>(
      `select concat_ws(' ', subject, body_text, body_html) as text from notices where body_text is not null`,
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.flatMap(({ text }) => kindsIn(text)).filter((kind) => kind !== 'name')).toEqual([]);
  });
});

describe('whoever is shown personal data', () => {
  it('is in the audit, whatever address and role', () => {
    const silent = seen.filter(
      ({ shown, recorded, route }) =>
        shown.length > 0 && recorded.length === 0 && / \/(office|api)\//.test(route),
    );

    expect(silent).toEqual([]);
  });

  it('is there under the name that docs/security.md says', () => {
    const lines = readFileSync('docs/security.md', 'utf8').matchAll(/^\| `(GET \S+)` +\| `([\w-]+)`/gm);
    const told = new Map(Array.from(lines, ([, route, action]) => [route, action]));
    const found = new Map(
      seen.flatMap(({ route, recorded }) =>
        recorded.length === 0 ? [] : [[route, recorded.join(' ')] as const],
      ),
    );

    expect([...found].sort()).toEqual([...told].sort());
  });

  it('is named with how many there were, once for a list', async () => {
    const [entry] = await test.database.query(
      `select action, subject_kind as kind, detail from audit_entries
        where action = 'page-read' and detail ->> 'page' = '/office/inbox' limit 1`,
    );

    expect(entry).toEqual({
      action: 'page-read',
      kind: 'office',
      detail: { page: '/office/inbox', shown: expect.any(Number) },
    });
  });
});

describe('the log', () => {
  it('says nothing of people when the database refuses their data, nor when a mail server does', async () => {
    await test.owner.query(
      `alter table households add constraint trial_ck check (note <> 'Waldkauz') not valid`,
    );
    const coordinator = await staffKnocker(test, offices, 'coordinator');
    const id = offices.objects['household'] ?? '';
    const page = await (await knock(test, coordinator, 'GET /office/households/:id/edit', { id })).text();
    const fields = formFields(page);
    const answer = await fetch(`${test.url}/office/households/${id}/edit`, {
      method: 'POST',
      headers: coordinator.headers(''),
      body: new URLSearchParams([...fields.filter(([name]) => name !== 'note'), ['note', 'Waldkauz']]),
      redirect: 'manual',
    });

    expect(answer.status).toBe(500);
    expect(log.some((line) => line.includes('trial_ck') && line.includes('request failed'))).toBe(true);
    expect(log.filter((line) => line.includes('notice attempted')).length).toBeGreaterThan(0);
  });

  it('holds, at its loudest, no name, no address of any kind, no number, no token and no password', () => {
    const all = log.join('');
    const secrets = [offices.objects['newcomer'] ?? '', PASSWORD, 'Waldkauz', 'Musterfrau', '@example'];

    expect(log.length).toBeGreaterThan(300);
    expect(kindsIn(all)).toEqual([]);
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    expect(all).not.toMatch(/[\w-]{43}/);
  });
});

/** What a browser would send of a form as it stands. */
function formFields(html: string): [string, string][] {
  const page = load(html);
  return page('main form[method=post]')
    .last()
    .serializeArray()
    .map(({ name, value }) => [name, value]);
}
