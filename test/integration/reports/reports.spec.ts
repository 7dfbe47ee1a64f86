import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiClient, type ApiClient, type Json } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aWrittenTalk } from '../../support/office.js';
import { aHousehold, anOffice, aPerson, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let api: ApiClient;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  api = await anApiClient(test, world.officeId, 'reporting');
  // 31 January 23:30 in Zürich is the same month there, and the next one in no zone of ours
  await talks(6, { language: 'ti', state: 'held', starts_at: '2027-01-31T22:30:00Z' });
  await talks(5, {
    language: 'ar',
    state: 'no-show',
    outcome_by: 'household',
    starts_at: '2027-02-10T09:00:00Z',
  });
  await talks(2, {
    language: 'ta',
    state: 'cancelled',
    cancelled_by: 'office',
    starts_at: '2027-02-11T09:00:00Z',
  });
  await talks(7, { language: 'ti', state: 'invited', starts_at: '2027-02-12T09:00:00Z' });
  await talks(1, { language: 'ti', state: 'planned', starts_at: '2027-02-12T09:00:00Z' });
});
afterAll(() => test.close());

async function talks(count: number, row: Readonly<Record<string, unknown>>): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const householdId = await aHousehold(test.database, world.officeId, { arrived_on: '2027-01-01' });
    if (number === 0) await aPerson(test.database, { officeId: world.officeId, householdId });
    await aWrittenTalk(test, world, { household_id: householdId, ...row });
  }
}

const report = async (query = 'from=2027-01&to=2027-12'): Promise<Json> =>
  (await api.get(`reports/talks?${query}`)).body;
const group = (groups: Json[], key: string): Json => groups.find((each) => each.key === key);

describe('the report of talks', () => {
  it('counts by month of the office, language and outcome, and leaves out what nobody has heard of', async () => {
    const { total, by, smallestGroup } = await report();

    expect(smallestGroup).toBe(5);
    expect(total).toMatchObject({ talks: 20, held: 6, noShow: 5, persons: 7, meanWaitingDays: 30 });
    expect(by.month.map((each: Json) => [each.key, each.talks])).toEqual([
      ['2027-01', 6],
      ['2027-02', 14],
    ]);
    expect(group(by.language, 'ti')).toMatchObject({ talks: 13, held: 6 });
    expect(by.outcome.map((each: Json) => each.key)).toEqual([
      'cancelled',
      'held',
      'no-show-household',
      'open',
    ]);
  });

  it('hides small groups and what would give them away', async () => {
    const { total, by } = await report();

    expect(group(by.language, 'ta')).toEqual({
      key: 'ta',
      talks: null,
      held: null,
      noShow: null,
      cancelled: null,
      persons: null,
      meanWaitingDays: null,
      costRappen: null,
    });
    // 20 − 13 − 5 would be the two of Tamil
    expect(group(by.language, 'ar').talks).toBeNull();
    expect(total.cancelled).toBeNull();
  });

  it('splits the cost of a visit among its talks, as it was worked where that is confirmed', async () => {
    const [visit] = await test.database.query<{ id: string }>(
      `insert into visits (office_id, interpreter_id, site_id, starts_at, ends_at, state, created_at, updated_at)
       values ($1, $2, $3, '2028-05-01T08:00Z', '2028-05-01T12:00Z', 'confirmed', now(), now()) returning id`,
      [world.officeId, world.interpreterId, world.siteId],
    );
    await talks(6, { language: 'ti', state: 'held', starts_at: '2028-05-01T09:00:00Z', visit_id: visit!.id });
    await test.database.query(
      `insert into visit_costs (visit_id, interpreter_id, planned_rappen) values ($1, $2, 12300)`,
      [visit!.id, world.interpreterId],
    );

    const { total } = await report('from=2028-05&to=2028-05');
    expect(total).toMatchObject({ talks: 6, costRappen: 12300 });
  });

  it('is a table that no spreadsheet runs, too', async () => {
    await talks(5, { language: 'ti', state: 'held', starts_at: '2029-01-10T09:00:00Z' });
    await test.database.query(
      `update households set municipality_bfs = 2762 where id in (select household_id from talks where starts_at >= '2029-01-01')`,
    );
    const answer = await api.get('reports/talks.csv?from=2029-01&to=2029-01');

    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (answer.body as string).trim().split('\r\n');
    expect(lines[0]).toContain('"dimension";"group";"talks"');
    expect(lines).toContain('"municipality";"2762";"5";"5";"0";"0";"6";"740";"0.00"');
  });

  it('knows nothing of another office, and takes no year long ago nor a century', async () => {
    const other = await anApiClient(test, await anOffice(test.database), 'reporting');

    expect((await other.get('reports/talks?from=2027-01&to=2027-12')).body.total.talks).toBe(0);
    for (const query of [
      'from=2027-13',
      'from=1999-01',
      'from=2027-05&to=2027-01',
      'from=2001-01&to=2099-12',
    ])
      expect((await api.get(`reports/talks?${query}`)).status).toBe(422);
  });
});

describe('the feed of events', () => {
  it('says what happened, oldest first, from a cursor on, without a name', async () => {
    const reader = await anApiClient(test, world.officeId, 'coordinator');
    const note = (action: string, secondsAgo: number): Promise<unknown> =>
      test.database.query(
        `insert into audit_entries (office_id, at, actor, action, subject_kind, subject_id, detail)
         values ($1, $2, 'staff:1', $3, 'talk', 'talk-1', '{"householdId": 7, "startsAt": "2027-01-01"}')`,
        [world.officeId, new Date(test.clock.now().getTime() - secondsAgo * 1000), action],
      );
    expect((await reader.get('events')).body).toEqual({ items: [], next: null });

    await note('talk-booked', 100);
    await note('talk-moved', 90);
    await note('talk-cancelled', 1);
    const first = (await reader.get('events?limit=1')).body;
    const second = (await reader.get(`events?cursor=${first.next}`)).body;
    const nothing = (await reader.get(`events?cursor=${second.next}`)).body;

    expect(first.items).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        kind: 'talk-booked',
        talkId: 'talk-1',
        householdId: 7,
      },
    ]);
    // the youngest waits until everything before it is surely written
    expect(second.items.map((each: Json) => each.kind)).toEqual(['talk-moved']);
    expect(nothing).toEqual({ items: [], next: second.next });
    test.clock.moveTo(new Date(test.clock.now().getTime() + 60_000));
    expect((await reader.get(`events?cursor=${second.next}`)).body.items).toHaveLength(1);
  });
});
