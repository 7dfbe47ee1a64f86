import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NoticeQueries } from '../../../src/features/notices/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

/** The talk of these tests: Thursday, 21 January 2027, 14:00 in Zürich; reminders are due on the 14th and 20th. */
describe('after a downtime', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
  });

  afterAll(() => test.close());

  const lookAt = async (instant: string): Promise<string[]> => {
    test.mailbox.clear();
    test.clock.moveTo(new Date(instant));
    await sendLater(test, 0);
    return test.mailbox.mails.map(({ parsed }) => parsed.subject ?? '');
  };
  const statesOf = async (talkId: string): Promise<string[]> =>
    (await noticesOf(test, talkId)).map(({ kind, state, reason }) =>
      `${kind} ${state} ${reason ?? ''}`.trim(),
    );
  const trouble = async (): Promise<number> =>
    (await test.app.get(NoticeQueries, { strict: false }).counts(world.officeId)).trouble ?? 0;

  it('a reminder waits for the morning and then counts the days that are left', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await lookAt('2027-01-11T09:00:00Z');

    expect(await lookAt('2027-01-14T21:00:00Z')).toEqual([]);
    expect(await statesOf(talkId)).toContain('reminder-7 planned quiet-hours');
    expect(await lookAt('2027-01-15T05:59:00Z')).toEqual([]);
    expect(await lookAt('2027-01-15T06:01:00Z')).toEqual(['In 6 Tagen: Termin · 21.01.2027']);
    expect(await statesOf(talkId)).toContain('reminder-7 sent');
  });

  it('a reminder is dropped when the next one is due, and nobody has to act', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await sendLater(test, 2);

    expect(await lookAt('2027-01-20T08:30:00Z')).toEqual(['Morgen: Ihr Termin · 21.01.2027']);
    expect(await statesOf(talkId)).toContain('reminder-7 dropped too-late');
    expect(await trouble()).toBe(0);
    const { rows } = await test.app
      .get(NoticeQueries, { strict: false })
      .delivery(world.officeId, {}, { limit: 10 });
    expect(rows.filter(({ isLate }) => isLate).map(({ kind }) => kind)).toEqual(['reminder-1']);
  });

  it('an invitation waits for Monday, and after five days staff must act', async () => {
    const { talkId } = await aBookedTalk(test, world);
    expect(await lookAt('2027-01-16T23:00:00Z')).toEqual([]);

    expect(await statesOf(talkId)).toContain('invitation dropped expired');
    expect(await trouble()).toBe(1);

    await test.database.query('delete from talks');
    test.clock.moveTo(new Date('2027-01-15T16:00:00Z'));
    const late = await aBookedTalk(test, world, { starts_at: '2027-02-11T13:00:00Z' });
    expect(await lookAt('2027-01-17T11:00:00Z')).toEqual([]);
    expect(await statesOf(late.talkId)).toContain('invitation planned quiet-hours');
    expect(await lookAt('2027-01-18T06:01:00Z')).toEqual(['Ihr Termin · 11.02.2027']);
  });

  it('a cancellation leaves at any hour', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await lookAt('2027-01-11T09:00:00Z');
    test.clock.moveTo(new Date('2027-01-20T19:00:00Z'));
    await changeTalk(
      test,
      talkId,
      "state = 'cancelled', cancelled_by = 'office', revision = 2",
      'afterCancellation',
    );

    expect(await lookAt('2027-01-21T02:00:00Z')).toEqual(['Termin abgesagt · 21.01.2027']);
  });

  it('what leaves just after an action is not late, whatever the hour', async () => {
    test.clock.moveTo(new Date('2027-01-10T21:00:00Z'));
    await aBookedTalk(test, world);

    expect(await lookAt('2027-01-10T21:02:00Z')).toEqual(['Ihr Termin · 21.01.2027']);
  });

  it('who said yes and then wished another time before anything left reads of the talk once', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await changeTalk(test, talkId, `state = 'confirmed'`, 'afterConfirmation');
    await changeTalk(test, talkId, `state = 'change-requested'`, 'afterOtherTimeWish');

    expect(await lookAt('2027-01-11T09:00:00Z')).toEqual(['Ihr Termin · 21.01.2027']);
    expect(await statesOf(talkId)).toContain('confirmation superseded not-confirmed');

    await changeTalk(test, talkId, `state = 'confirmed'`, 'afterConfirmation');
    expect(await lookAt('2027-01-11T10:00:00Z')).toEqual(['Termin bestätigt · 21.01.2027']);
    expect(await lookAt('2027-01-11T11:00:00Z')).toEqual([]);
  });

  it('who was not told yet that the talk moved hears nothing when it comes back', async () => {
    const { talkId } = await aBookedTalk(test, world);
    expect(await lookAt('2027-01-11T09:00:00Z')).toEqual(['Ihr Termin · 21.01.2027']);
    await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');
    await changeTalk(test, talkId, `starts_at = '2027-01-21T13:00Z', revision = 3`, 'afterMove');

    expect(await lookAt('2027-01-11T10:00:00Z')).toEqual([]);
    expect(await lookAt('2027-01-14T08:01:00Z')).toEqual(['In 7 Tagen: Termin · 21.01.2027']);

    await changeTalk(test, talkId, `room_id = ${world.roomIds[1]}, revision = 4`, 'afterMove');
    expect(await lookAt('2027-01-14T09:00:00Z')).toEqual(['Neuer Termin · 21.01.2027']);
  });

  it('letters that hold no more, or that nobody posted in time, do not wait for ever', async () => {
    const letter = { row: { channel: 'letter' } };
    const cancelled = await aBookedTalk(test, world, {}, letter);
    await test.database.query(`update talks set state = 'cancelled' where id = $1`, [cancelled.talkId]);
    const forgotten = await aBookedTalk(test, world, { room_id: world.roomIds[1] }, letter);
    await lookAt('2027-01-19T08:00:00Z');
    expect(await statesOf(cancelled.talkId)).toEqual(['invitation superseded cancelled']);
    expect(await statesOf(forgotten.talkId)).toEqual(['invitation planned']);

    await lookAt('2027-01-21T13:01:00Z');
    expect(await statesOf(forgotten.talkId)).toEqual(['invitation dropped expired']);
  });
});
