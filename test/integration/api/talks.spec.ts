import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { z } from 'zod';
import { saveContact } from '../../../src/features/contacts/index.js';
import {
  AuditAnswer,
  NoticesAnswer,
  OfficeAnswer,
  OfficesAnswer,
  RoomsAnswer,
  SitesAnswer,
  SpeakersAnswer,
} from '../../../src/pages/api/answers.schemas.js';
import { HouseholdAnswer, HouseholdsAnswer } from '../../../src/pages/api/household-answers.schemas.js';
import { SlotsAnswer, TalkAnswer, TalksAnswer } from '../../../src/pages/api/talk-answers.schemas.js';
import { anApiClient, type ApiAnswer, type ApiClient, type Json } from '../../support/api.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aHousehold, anOffice, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

let test: TestApp;
let world: SmallWorld;
let client: ApiClient;
let household: number;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  client = await anApiClient(test, world.officeId);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.query('delete from talks');
  await test.database.query('delete from allocations');
  test.clock.moveTo(MONDAY);
  household = await aHousehold(test.database, world.officeId);
});

async function slots(query = ''): Promise<Json> {
  return (await client.get(`slots?household=${household}${query}`)).body;
}

/** What `POST /talks` takes, from a slot as `GET /slots` shows it. */
function choiceIn(slot: Json): Record<string, unknown> {
  const { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language } = slot;
  return { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language };
}

async function booked(slot?: Json): Promise<Json> {
  const chosen = slot ?? (await slots()).items[0];
  const answer = await client.post('talks', { householdId: household, ...choiceIn(chosen) });
  expect(answer.status).toBe(201);
  return answer.body;
}

function problem(answer: ApiAnswer): readonly [number, string] {
  return [answer.status, answer.body.code];
}

describe('free places', () => {
  it('are listed best first, in UTC beside the zone of the office, with reasons and price', async () => {
    const { timeZone, items, obstacles } = await slots('&limit=3');

    expect(timeZone).toBe('Europe/Zurich');
    expect(obstacles).toEqual([]);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      interpreterId: world.interpreterId,
      language: 'ti',
      provision: 'interpreter',
      reasons: expect.arrayContaining(['interpreter-speaks-language']),
    });
    expect(items[0].startsAt).toMatch(/^2027-01-\d\dT\d\d:\d\d:00\.000Z$/);
  });

  it('follow the wishes of the question', async () => {
    const { items } = await slots(`&from=2027-02-01&to=2027-02-12&perDay=1&room=${world.roomIds[1]}`);

    expect(new Set(items.map(({ startsAt }: Json) => startsAt.slice(0, 10))).size).toBe(5);
    expect(items.every((slot: Json) => slot.roomId === world.roomIds[1] && slot.startsAt > '2027-02')).toBe(
      true,
    );
  });

  it('are named by what stands in the way when there are none', async () => {
    const large = await aHousehold(test.database, world.officeId, {}, { tr: 3 });
    const { items, obstacles } = (await client.get(`slots?household=${large}`)).body;

    expect(items).toEqual([]);
    expect(obstacles[0]).toMatchObject({ rule: 'interpreter-speaks-language', language: 'tr' });
  });

  it('are not for households of another office, nor for unreadable questions', async () => {
    const elsewhere = await aHousehold(test.database, await anOffice(test.database));

    expect(problem(await client.get(`slots?household=${elsewhere}`))).toEqual([404, 'household-not-found']);
    expect(problem(await client.get('slots'))).toEqual([422, 'invalid']);
    const answer = await client.get(`slots?household=${household}&near=tomorrow&limit=99`);
    expect(answer.body.errors.map(({ field }: Json) => field).sort()).toEqual(['limit', 'near']);
  });
});

describe('booking', () => {
  it('takes a place as it was offered and says where the talk is found', async () => {
    const [slot] = (await slots()).items;
    const answer = await client.post('talks', { householdId: household, ...choiceIn(slot) });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...choiceIn(slot),
      state: 'invited',
      version: 1,
      timeZone: 'Europe/Zurich',
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/talks/${answer.body.id}`);
    expect((await client.get(`talks/${answer.body.id}`)).body).toEqual(answer.body);
    const audit = await (
      await anApiClient(test, world.officeId, 'auditor')
    ).get(`audit?subjectKind=talk&subjectId=${answer.body.id}`);
    expect(audit.body.items[0].actor).toMatch(/^api:\d+$/);
    const notices = (await client.get('notices')).body.items;
    expect(notices.map(({ talkId }: Json) => talkId)).toContain(answer.body.id);
  });

  it('lets one of two win, and shows the other the next best places', async () => {
    const [slot] = (await slots()).items;
    const second = await aHousehold(test.database, world.officeId);

    const answers = await Promise.all(
      [household, second].map((householdId) => client.post('talks', { householdId, ...choiceIn(slot) })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = answers.find(({ status }) => status === 409)!;
    expect(body.code).toBe('talk-taken');
    expect(body.alternatives.length).toBeGreaterThan(0);
    expect(body.alternatives[0].startsAt).not.toBe(slot.startsAt);
  });

  it('is refused with every broken rule and places that break none', async () => {
    const [slot] = (await slots()).items;
    const sunday = { ...choiceIn(slot), startsAt: '2027-02-07T09:00:00Z' };
    const answer = await client.post('talks', { householdId: household, ...sunday });

    expect(problem(answer)).toEqual([422, 'talk-refused']);
    expect(answer.body.violations.map(({ rule }: Json) => rule)).toContain('site-is-open');
    expect(answer.body.alternatives.length).toBeGreaterThan(0);
  });

  it('is refused for a household that has a talk', async () => {
    const talk = await booked();
    const late = (await slots(`&talk=${talk.id}`)).items[0];
    const answer = await client.post('talks', { householdId: household, ...choiceIn(late) });

    expect(problem(answer)).toEqual([409, 'talk-already-planned']);
    expect(answer.body.talkId).toBe(talk.id);
  });

  it('names each field that is wrong', async () => {
    const answer = await client.post('talks', { householdId: 'x', startsAt: '12.1.2027', extra: 1 });

    expect(problem(answer)).toEqual([422, 'invalid']);
    expect(answer.body.errors.map(({ field }: Json) => field)).toEqual(
      expect.arrayContaining(['householdId', 'startsAt', 'caseworkerId', 'language', '']),
    );
    expect(problem(await client.post('talks', '{"half'))).toEqual([400, 'bad-request']);
  });
});

describe('a booked talk', () => {
  it('is moved with everything it takes, once per seen version', async () => {
    const talk = await booked();
    const [slot, other] = (await slots(`&talk=${talk.id}&from=2027-02-08`)).items;
    const { version } = talk;

    const moved = await client.post(`talks/${talk.id}/reschedule`, { version, ...choiceIn(slot) });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ startsAt: slot.startsAt, revision: 2, version: 2 });
    const again = await client.post(`talks/${talk.id}/reschedule`, { version, ...choiceIn(other) });
    expect(problem(again)).toEqual([409, 'talk-changed-meanwhile']);
    expect(again.body).toMatchObject({ version: 2, revision: 2 });
  });

  it('is not moved to where somebody else is', async () => {
    const talk = await booked();
    household = await aHousehold(test.database, world.officeId);
    const other = await booked();
    const body = { version: talk.version, ...choiceIn(other) };
    const answer = await client.post(`talks/${talk.id}/reschedule`, body);

    expect(problem(answer)).toEqual([409, 'talk-taken']);
    expect(answer.body.alternatives.length).toBeGreaterThan(0);
  });

  it('is confirmed, twice is once, and not for an older revision', async () => {
    const talk = await booked();

    expect((await client.post(`talks/${talk.id}/confirm`, { revision: 1 })).body.state).toBe('confirmed');
    expect((await client.post(`talks/${talk.id}/confirm`, { revision: 1 })).status).toBe(200);
    expect(problem(await client.post(`talks/${talk.id}/confirm`, { revision: 7 }))).toEqual([
      409,
      'talk-changed-meanwhile',
    ]);
  });

  it('is cancelled once and then no longer open', async () => {
    const talk = await booked();
    const body = { version: talk.version, by: 'household', reason: 'ill' };

    expect((await client.post(`talks/${talk.id}/cancel`, body)).body).toMatchObject({ state: 'cancelled' });
    expect(problem(await client.post(`talks/${talk.id}/cancel`, body))).toEqual([409, 'talk-not-open']);
    expect((await client.get('talks')).body.items).toEqual([]);
    expect((await client.get(`talks?household=${household}`)).body.items).toMatchObject([{ id: talk.id }]);
  });

  it('has an outcome only after it began', async () => {
    const talk = await booked();
    const body = { version: talk.version, outcome: 'no-show', who: 'household' };

    expect(problem(await client.post(`talks/${talk.id}/outcome`, body))).toEqual([409, 'talk-not-begun']);
    test.clock.moveTo(new Date(talk.endsAt));
    expect((await client.post(`talks/${talk.id}/outcome`, body)).body).toMatchObject({
      state: 'no-show',
      outcomeBy: 'household',
    });
  });

  it('is not there for another office', async () => {
    const talk = await booked();
    const stranger = await anApiClient(test, await anOffice(test.database));

    expect((await stranger.get('talks')).body.items).toEqual([]);
    expect(problem(await stranger.get(`talks/${talk.id}`))).toEqual([404, 'talk-not-found']);
    expect(problem(await stranger.post(`talks/${talk.id}/confirm`, { revision: 1 }))).toEqual([
      404,
      'talk-not-found',
    ]);
    expect(problem(await stranger.get(`households/${household}`))).toEqual([404, 'household-not-found']);
  });
});

describe('lists', () => {
  it('of talks cover the asked days, in pages', async () => {
    const first = await booked();
    household = await aHousehold(test.database, world.officeId);
    const second = await booked();

    const page = (await client.get('talks?limit=1')).body;
    const rest = (await client.get(`talks?limit=1&cursor=${page.next}`)).body;
    expect([page.items[0].id, rest.items[0].id].sort()).toEqual([first.id, second.id].sort());
    expect(rest.next).toBeNull();
    expect((await client.get('talks?from=2028-01-01')).body.items).toEqual([]);
    expect(problem(await client.get('talks?from=2027-01-01&to=2029-01-01'))).toEqual([
      422,
      'period-too-long',
    ]);
  });

  it('of households can be narrowed and go on where they stopped', async () => {
    const all = (await client.get('households?state=open&limit=2')).body;
    const more = (await client.get(`households?state=open&limit=2&cursor=${all.next}`)).body;

    expect(all.items).toHaveLength(2);
    expect(all.items.map(({ id }: Json) => id)).not.toContain(more.items[0].id);
    expect((await client.get('households?search=nobody')).body.items).toEqual([]);
    expect((await client.get(`households/${household}`)).body).toMatchObject({
      id: household,
      languages: [{ language: 'ti', level: 3 }],
    });
  });

  it('of households keep a locked address in the office', async () => {
    await test.database.query('update households set address_lock = true where id = $1', [household]);
    await saveContact(test.database, 'households', household, { street: 'Geheimweg 1' });

    expect(JSON.stringify((await client.get(`households/${household}`)).body)).not.toContain('Geheimweg');
  });
});

describe('every answer', () => {
  it('is what the OpenAPI document says', async () => {
    const talk = await booked();
    const reader = await anApiClient(test, world.officeId, 'administrator');
    const [office] = (await reader.get('offices')).body.items;
    const answers: Readonly<Record<string, z.ZodType>> = {
      offices: OfficesAnswer,
      [`offices/${office.slug}`]: OfficeAnswer,
      sites: SitesAnswer,
      rooms: RoomsAnswer,
      caseworkers: SpeakersAnswer,
      interpreters: SpeakersAnswer,
      households: HouseholdsAnswer,
      [`households/${household}`]: HouseholdAnswer,
      [`slots?household=${household}&talk=${talk.id}`]: SlotsAnswer,
      [`slots?household=${household}&language=fr&talk=${talk.id}`]: SlotsAnswer,
      talks: TalksAnswer,
      [`talks/${talk.id}`]: TalkAnswer,
      notices: NoticesAnswer,
      audit: AuditAnswer,
    };

    for (const [path, schema] of Object.entries(answers)) {
      const { body } = await reader.get(path);
      expect([path, schema.safeParse(body).error?.issues ?? []]).toEqual([path, []]);
    }
  });
});
