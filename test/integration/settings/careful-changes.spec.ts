import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import {
  absenceRecord,
  ChangeSettings,
  closingRecord,
  DisplacedTalks,
  roomRecord,
  type RoomSettings,
  siteRecord,
  type SiteSettings,
} from '../../../src/features/settings/index.js';
import { BookTalk, MoveTalk, TalkQueries } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, signedIn } from '../../support/office.js';
import { aChoice, after, anEnglishChoice, noticesOf } from '../../support/talks.js';
import { aHousehold, aRoom, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('changing settings under booked talks', () => {
  let test: TestApp;
  let world: SmallWorld;
  let talkId: string;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    world = await aSmallWorld(test.database);
    talkId = await book(aChoice(world));
  });

  const settings = (): ChangeSettings => test.app.get(ChangeSettings, { strict: false });
  const displaced = () => test.app.get(DisplacedTalks, { strict: false }).list(world.officeId);
  const whose = (approved: readonly string[] = []) => ({
    officeId: world.officeId,
    actor: 'staff:1',
    approved,
  });

  async function book(choice: ReturnType<typeof aChoice>): Promise<string> {
    const householdId = await aHousehold(test.database, world.officeId, {}, { [choice.language]: 3 });
    const outcome = await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId, actor: 'staff:1', choice });
    if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
    return outcome.talkId;
  }

  /** What becomes of the room of the talk. */
  async function changeRoom(change: Partial<RoomSettings>, approved: readonly string[] = []) {
    const { values, mark } = await settings().seen(roomRecord, world.officeId, world.roomIds[0]);
    const room = { ...(values as RoomSettings), ...change };
    return settings().replace({
      ...whose(approved),
      record: roomRecord,
      id: world.roomIds[0],
      values: room,
      mark,
    });
  }

  const closing = (day: string, times: { from: string | null; until: string | null }) => ({
    ...{ siteId: world.siteId, day, ...times, name: 'Umzug', source: 'manual' as const },
  });

  it('that break none are saved, with who, what it was and what it is', async () => {
    expect(await changeRoom({ seats: 5 })).toEqual({ kind: 'done' });

    const entries = await test.database.query<{ action: string; detail: object }>(
      `select action, detail from audit_entries where office_id = $1 and subject_kind = 'room'`,
      [world.officeId],
    );
    expect(entries).toMatchObject([
      { action: 'room-changed', detail: { before: { seats: 8 }, after: { seats: 5 }, talkIds: [] } },
    ]);
  });

  it('that change nothing leave no trace', async () => {
    expect(await changeRoom({})).toEqual({ kind: 'done' });

    const [count] = await test.database.query(
      `select count(*)::int as n from audit_entries where office_id = $1 and subject_kind = 'room'`,
      [world.officeId],
    );
    expect(count).toEqual({ n: 0 });
  });

  it('that take the room away save nothing and name the talk and the rule', async () => {
    const outcome = await changeRoom({ active: false });

    expect(outcome).toMatchObject({
      kind: 'displaces',
      talks: [{ talkId, rules: [{ rule: 'room-is-at-the-site' }] }],
    });
    expect((await settings().seen(roomRecord, world.officeId, world.roomIds[0])).values).toMatchObject({
      active: true,
    });
    expect(await displaced()).toEqual([]);
  });

  it('are saved once the talk was seen, and the talk waits on the worklist, cancelled by nobody', async () => {
    const before = await noticesOf(test.database, talkId);

    expect(await changeRoom({ active: false }, [talkId])).toEqual({ kind: 'done' });

    expect(await displaced()).toMatchObject([{ talkId, rules: [{ rule: 'room-is-at-the-site' }] }]);
    expect((await test.app.get(TalkQueries).byId(world.officeId, talkId)).state).toBe('invited');
    expect(await noticesOf(test.database, talkId)).toEqual(before);
  });

  it('are not saved when another talk is concerned than was seen', async () => {
    const another = await book(aChoice(world, { startsAt: after(120), interpreterId: world.interpreterId }));

    const outcome = await changeRoom({ active: false }, [talkId]);

    expect(outcome).toMatchObject({ kind: 'displaces' });
    expect(outcome.kind === 'displaces' && outcome.talks.map((talk) => talk.talkId).sort()).toEqual(
      [talkId, another].sort(),
    );
  });

  it('forget the talk when what broke it is put in order, or when it is moved', async () => {
    await changeRoom({ active: false }, [talkId]);
    await changeRoom({ active: true });
    expect(await displaced()).toEqual([]);

    await changeRoom({ active: false }, [talkId]);
    const { version } = await test.app.get(TalkQueries).byId(world.officeId, talkId);
    const choice = aChoice(world, { roomId: world.roomIds[1] });
    const moved = await test.app
      .get(MoveTalk)
      .run({ officeId: world.officeId, talkId, version, actor: 'staff:1', choice });

    expect(moved.kind).toBe('moved');
    expect(await displaced()).toEqual([]);
  });

  it.each([
    ['a whole closing day', null, null, 'site-is-not-closed'],
    ['half a day that touches it', '08:00', '10:30', 'room-is-not-blocked'],
  ])('know %s', async (_, from, until, rule) => {
    const values = [closing('2027-01-25', { from, until })];

    const outcome = await settings().create({ ...whose(), record: closingRecord, values });

    expect(outcome).toMatchObject({ kind: 'displaces', talks: [{ talkId }] });
    const broken = outcome.kind === 'displaces' ? outcome.talks.flatMap(({ rules }) => rules) : [];
    expect(broken.map((one) => one.rule)).toContain(rule);
  });

  it('leave alone what half a closing day does not touch', async () => {
    const values = [closing('2027-01-25', { from: '13:00', until: '24:00' })];

    expect(await settings().create({ ...whose(), record: closingRecord, values })).toEqual({ kind: 'done' });
  });

  it('know new opening hours', async () => {
    const { values, mark } = await settings().seen(siteRecord, world.officeId, world.siteId);
    const site = values as SiteSettings;
    const hours = site.hours.filter(({ weekday }) => weekday !== 1);

    const outcome = await settings().replace({
      ...whose(),
      record: siteRecord,
      id: world.siteId,
      values: { ...site, hours },
      mark,
    });

    expect(outcome).toMatchObject({ kind: 'displaces', talks: [{ talkId }] });
  });

  it('know absences without an end, and give the time back when they are removed', async () => {
    const absence = {
      kind: 'caseworker' as const,
      resourceId: world.caseworkerIds[0],
      from: '2027-01-20T00:00:00Z',
      until: null,
      reason: '',
    };
    const command = { ...whose([talkId]), record: absenceRecord, values: [absence] };

    expect(await settings().create({ ...command, approved: [] })).toMatchObject({
      kind: 'displaces',
      talks: [{ talkId, rules: [{ rule: 'caseworker-is-not-absent' }] }],
    });
    expect(await settings().create(command)).toEqual({ kind: 'done' });
    const [{ id } = { id: 0 }] = await test.database.query<{ id: number }>(
      'select max(id) as id from absences',
    );
    expect(await settings().remove({ ...whose(), record: absenceRecord, ids: [id] })).toEqual({
      kind: 'done',
    });
    expect(await displaced()).toEqual([]);
  });

  it('let every talk of somebody who is ill go on by one approval: a colleague leads it, and nobody is told anything', async () => {
    const absence = {
      ...{ kind: 'caseworker' as const, resourceId: world.caseworkerIds[0], reason: '' },
      ...{ from: '2027-01-20T00:00:00Z', until: '2027-01-30T00:00:00Z' },
    };
    await test.database.query(`update talks set state = 'invited' where id = $1`, [talkId]);
    await settings().create({ ...whose([talkId]), record: absenceRecord, values: [absence] });
    const email = `ausfall.${world.officeId}@example.ch`;
    await aStaffUser(test, world.officeId, { email });
    const staff = await signedIn(test, email);
    const told = await noticesOf(test.database, talkId);

    const page = load(await staff.page('/office/worklist/displaced'));
    const shown = Object.fromEntries(
      page('main form select, main form input[name^=version]')
        .toArray()
        .map((field) => [page(field).attr('name')!, String(page(field).val())]),
    );
    const stale = await staff.post('/office/worklist/displaced', { ...shown, [`version-${talkId}`]: '77' });
    const answer = await staff.post('/office/worklist/displaced', shown);
    const again = await staff.post('/office/worklist/displaced', shown);
    const talk = await test.app.get(TalkQueries).byId(world.officeId, talkId);

    expect(page('main').text()).toContain('1 Termin bekommt eine andere Fachperson');
    expect(page('main').text()).toContain('Die Eingeladenen hören davon nichts');
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('1 Termin konnte nicht so geregelt werden');
    expect(answer.headers.get('location')).toBe('/office/worklist?done=replanned');
    expect(again.status).toBe(303);
    expect(talk).toMatchObject({ caseworkerId: world.caseworkerIds[1], state: 'invited', revision: 1 });
    expect(await noticesOf(test.database, talkId)).toEqual(told);
    expect(await displaced()).toEqual([]);
  });

  it('give the second of two people both versions', async () => {
    const seen = await settings().seen(roomRecord, world.officeId, world.roomIds[0]);
    await changeRoom({ seats: 5 });

    const outcome = await settings().replace({
      ...whose(),
      record: roomRecord,
      id: world.roomIds[0],
      values: { ...seen.values, name: 'Sitzungszimmer' },
      mark: seen.mark,
    });

    expect(outcome).toMatchObject({ kind: 'changed-meanwhile', now: { values: { seats: 5 } } });
  });

  it('refuse a name that another room of the site has', async () => {
    await aRoom(test.database, world.siteId, { name: 'Aula' });

    await expect(changeRoom({ name: 'Aula' })).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('see a talk that is booked at the same moment', async () => {
    const values = [closing('2027-01-26', { from: null, until: null })];
    const startsAt = '2027-01-26T09:00:00.000Z';

    const [booked, closed] = await Promise.allSettled([
      book(anEnglishChoice(world, { startsAt })),
      settings().create({ ...whose(), record: closingRecord, values }),
    ]);

    // whoever comes second knows of the first: never both
    const isBooked = booked.status === 'fulfilled';
    const isClosed = closed.status === 'fulfilled' && closed.value.kind === 'done';
    expect([isBooked, isClosed].filter(Boolean)).toHaveLength(1);
  });

  it('of another office are not there', async () => {
    const other = await aSmallWorld(test.database);

    await expect(settings().seen(roomRecord, world.officeId, other.roomIds[0])).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
