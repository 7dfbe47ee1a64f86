import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LadderSuspension, LetterQueries } from '../../../src/features/notices/index.js';
import { Links } from '../../../src/features/links/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater, type BookedTalk } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

/** Thursday, 4 March 2027, 14:00 in Zürich: far enough ahead for every rung. */
const FAR = '2027-03-04T13:00:00Z';
const HOME = { street: 'Rheinstrasse 12', postcode: '4410', town: 'Liestal' };

describe('the ladder', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    test.mailbox.clear();
  });

  afterAll(() => test.close());

  const invite = (
    row: Record<string, unknown> = {},
    talk: Record<string, unknown> = {},
  ): Promise<BookedTalk> =>
    aBookedTalk(test, world, { starts_at: FAR, ...talk }, { row: { ...HOME, ...row } });
  const sendAt = async (instant: string): Promise<string[]> => {
    test.mailbox.clear();
    test.clock.moveTo(new Date(instant));
    await sendLater(test, 0);
    return test.mailbox.mails.map(({ parsed }) => parsed.subject?.split(' ·')[0] ?? '');
  };
  const letters = () => test.app.get(LetterQueries, { strict: false }).due(world.officeId);
  const rungs = async (talkId: string): Promise<string[]> =>
    (await noticesOf(test, talkId))
      .filter(({ kind }) => !kind.startsWith('reminder') && kind !== 'confirmation')
      .map(({ kind, revision, state, reason, due }) =>
        [kind, revision, due.toISOString().slice(5, 10), state, reason].filter(Boolean).join(' '),
      );
  const suspension = (): LadderSuspension => test.app.get(LadderSuspension, { strict: false });
  const command = ({ householdId }: BookedTalk) => ({
    officeId: world.officeId,
    householdId,
    actor: 'staff:1',
  });

  it('begins for so many households a day as the office wants; who would hear too late hears at once', async () => {
    const pace = (policies: object): Promise<unknown> =>
      test.database.query('update offices set policies = $1', [JSON.stringify(policies)]);
    await pace({ invitationsPerDay: 2 });
    const talks = [];
    for (let hour = 8; hour < 13; hour += 1)
      talks.push(await invite({}, { starts_at: `2027-03-04T${String(hour).padStart(2, '0')}:00:00Z` }));
    const near = await invite({}, { starts_at: '2027-01-25T09:00:00Z' });
    await pace({});

    const days = await Promise.all([...talks, near].map(async ({ talkId }) => (await rungs(talkId))[0]));
    expect(days.map((rung) => rung?.split(' ')[2])).toEqual([
      '01-11',
      '01-11',
      '01-12',
      '01-12',
      '01-13',
      '01-11',
    ]);
    expect(await sendAt('2027-01-11T12:00:00Z')).toHaveLength(3);
    expect(await sendAt('2027-01-12T07:59:00Z')).toEqual([]);
    expect(await sendAt('2027-01-12T08:01:00Z')).toEqual(['Ihr Termin', 'Ihr Termin']);
  });

  it('stands from the invitation on, with a code for its letter, and asks until the talk comes near', async () => {
    const { talkId } = await invite();

    expect(await rungs(talkId)).toEqual([
      'invitation 1 01-11 planned',
      'answer-reminder 1 01-18 planned',
      'answer-letter 1 01-25 planned',
      'second-invitation 1 02-08 planned',
    ]);
    expect(await test.app.get(Links, { strict: false }).onPaper(talkId)).toBeDefined();
    expect(await sendAt('2027-01-11T09:00:00Z')).toEqual(['Ihr Termin']);
    expect(await sendAt('2027-01-18T08:01:00Z')).toEqual(['Bitte antworten']);
    expect(await sendAt('2027-01-25T08:01:00Z')).toEqual([]);
    expect(await letters()).toMatchObject([{ kind: 'answer-letter', street: 'Rheinstrasse 12' }]);
    expect(await sendAt('2027-02-08T08:01:00Z')).toEqual(['Zweite Einladung']);
    expect(await sendAt('2027-02-25T08:01:00Z')).toEqual(['In 7 Tagen: Termin']);
  });

  it('is that of the household’s group and of the office', async () => {
    const { talkId } = await invite({ ladder_group: 'voluntary' });
    expect((await rungs(talkId)).map((rung) => rung.split(' ')[0])).toEqual([
      'invitation',
      'answer-reminder',
    ]);

    const own = [
      { kind: 'invitation', afterDays: 0 },
      { kind: 'answer-letter', channel: 'letter', afterDays: 3, days: 'working' },
    ];
    await test.database.query(`update offices set policies = policies || $2 where id = $1`, [
      world.officeId,
      { ladders: { expected: own } },
    ]);
    const other = await invite();
    expect(await rungs(other.talkId)).toEqual([
      'invitation 1 01-11 planned',
      'answer-letter 1 01-14 planned',
    ]);
    await test.database.query(`update offices set policies = policies - 'ladders' where id = $1`, [
      world.officeId,
    ]);
  });

  it.each([
    ["state = 'confirmed'", 'afterConfirmation', 'answered'],
    ["state = 'cancelled', cancelled_by = 'household', revision = 2", 'afterCancellation', 'cancelled'],
  ] as const)('ends with %s', async (change, after, reason) => {
    const { talkId } = await invite();
    await sendAt('2027-01-11T09:00:00Z');
    await changeTalk(test, talkId, change, after);

    const open = (await rungs(talkId)).filter(
      (rung) => rung.includes('planned') && !rung.includes('cancellation'),
    );
    expect(open).toEqual([]);
    expect((await rungs(talkId))[1]).toBe(`answer-reminder 1 01-18 superseded ${reason}`);
    await sendAt('2027-01-12T09:00:00Z');
    expect(await sendAt('2027-02-08T08:01:00Z')).toEqual([]);
    expect(await letters()).toEqual([]);
  });

  it('begins anew with another time', async () => {
    const { talkId } = await invite();
    await sendAt('2027-01-18T08:01:00Z');
    const moved = "starts_at = '2027-03-11T13:00:00Z', revision = 2";
    await changeTalk(test, talkId, moved, 'afterMove');

    expect((await rungs(talkId)).filter((rung) => rung.includes('planned'))).toEqual([
      'change 2 01-18 planned',
      'answer-reminder 2 01-25 planned',
      'answer-letter 2 02-01 planned',
      'second-invitation 2 02-15 planned',
    ]);
  });

  it('looks again when a rung is due: an answer that nobody planned for ends it too', async () => {
    const { talkId } = await invite();
    await sendAt('2027-01-11T09:00:00Z');
    await test.database.query(`update talks set state = 'change-requested' where id = $1`, [talkId]);

    expect(await sendAt('2027-01-18T08:01:00Z')).toEqual([]);
    expect(await rungs(talkId)).toContain('answer-reminder 1 01-18 superseded answered');
    test.clock.moveTo(new Date('2027-01-25T08:01:00Z'));
    expect(await letters()).toEqual([]);
  });

  it('waits behind a bounce until somebody has told the household another way', async () => {
    const { talkId } = await invite();
    await sendAt('2027-01-11T09:00:00Z');
    await test.database.query(
      `update notices set state = 'bounced' where talk_id = $1 and kind = 'invitation'`,
      [talkId],
    );

    expect(await sendAt('2027-01-18T08:01:00Z')).toEqual([]);
    expect(await rungs(talkId)).toContain('answer-reminder 1 01-18 superseded bounced');
  });

  it('stands still while suspended, and goes on later by as long', async () => {
    const booked = await invite();
    await sendAt('2027-01-11T09:00:00Z');
    await suspension().suspend(command(booked), ' Im Spital ');

    expect(await sendAt('2027-01-18T08:01:00Z')).toEqual([]);
    expect((await rungs(booked.talkId))[1]).toBe('answer-reminder 1 01-18 superseded suspended');
    test.clock.moveTo(new Date('2027-01-25T09:00:00Z'));
    expect(await letters()).toEqual([]);

    await suspension().resume(command(booked));
    await suspension().resume(command(booked));
    expect(await rungs(booked.talkId)).toEqual([
      'invitation 1 01-11 sent',
      'answer-reminder 1 02-01 planned',
      'answer-letter 1 02-08 planned',
      'second-invitation 1 02-22 planned',
    ]);
    expect(await sendAt('2027-02-01T08:01:00Z')).toEqual(['Bitte antworten']);
    const audit = await test.database.query<{ action: string }>(
      `select action from audit_entries where subject_kind = 'household' and subject_id = $1 order by id`,
      [String(booked.householdId)],
    );
    expect(audit.map(({ action }) => action)).toEqual(['ladder-suspended', 'ladder-resumed']);
  });

  it('is not suspended without a reason', async () => {
    const booked = await invite();

    await expect(suspension().suspend(command(booked), '  ')).rejects.toMatchObject({
      code: 'ladder-reason-missing',
    });
    await expect(suspension().resume({ ...command(booked), householdId: 0 })).rejects.toMatchObject({
      code: 'household-not-found',
    });
  });
});
