import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import ICAL from 'ical.js';
import { SendNotices } from '../../../src/features/notices/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { contactOf, reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater, TALK_START } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('notices that are due', () => {
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

  const statesOf = async (talkId: string): Promise<string[]> =>
    (await noticesOf(test, talkId)).map(({ kind, revision, state }) => `${kind} ${revision} ${state}`);

  it('leave after the time in which they can be taken back, to the contact person, with the link', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world, {}, { languages: { ar: 3 } });

    expect(await sendLater(test, 0.5)).toMatchObject({ sent: 0 });
    expect(await sendLater(test, 1)).toMatchObject({ sent: 1 });

    const [mail] = test.mailbox.mails;
    const [notice] = await noticesOf(test, talkId);
    expect(mail!.recipients).toEqual([(await contactOf(test.database, householdId)).email]);
    expect(mail!.parsed).toMatchObject({
      subject: 'موعدكم · Ihr Termin · 21.01.2027',
      from: { name: 'Amt für Migration Musterland', address: 'amt@musterland.example' },
      replyTo: [{ address: 'amt@musterland.example' }],
      messageId: notice!.messageId,
      attachments: [],
    });
    const headers = new Map(mail!.parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('ar, de-CH');
    expect(headers.has('list-unsubscribe')).toBe(false);
    expect(mail!.parsed.text).toMatch(/\/t\/[\w-]{43}\n/);
    expect(mail!.parsed.html).toContain('lang="ar" dir="rtl"');
  });

  it('keep the words as sent, without the token of the link', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await sendLater(test, 2);

    const [notice] = await noticesOf(test, talkId);
    const token = /\/t\/([\w-]{43})/.exec(test.mailbox.mails[0]!.parsed.text!)?.[1] ?? '';

    expect(token).toHaveLength(43);
    expect(notice!.state).toBe('sent');
    expect(notice!.text).toContain('/t/…');
    expect(`${notice!.text} ${notice!.html}`).not.toContain(token);
    expect(notice!.text!.trimEnd()).toBe(
      test.mailbox.mails[0]!.parsed.text!.replaceAll(token, '…').trimEnd(),
    );
  });

  it('are not sent when the talk was cancelled before', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await changeTalk(test, talkId, `state = 'cancelled', revision = 2`, 'afterCancellation');

    expect(await sendLater(test, 5)).toMatchObject({ sent: 0 });
    expect(await statesOf(talkId)).toEqual([
      'invitation 1 superseded',
      'reminder-7 1 superseded',
      'reminder-1 1 superseded',
    ]);
  });

  it('are checked against the talk itself, not only against what was planned', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await test.database.query(`update talks set state = 'cancelled' where id = $1`, [talkId]);

    expect(await sendLater(test, 5)).toMatchObject({ sent: 0, putAside: 1 });
    expect((await noticesOf(test, talkId))[0]).toMatchObject({ state: 'superseded', reason: 'cancelled' });
  });

  it('tell of the new time alone when the talk moved before anything left', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');

    expect(await sendLater(test, 5)).toMatchObject({ sent: 1 });
    expect(test.mailbox.mails.map(({ parsed }) => parsed.subject)).toEqual(['Ihr Termin · 25.01.2027']);
  });

  it('tell of old and new time when the talk moved after the invitation', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await sendLater(test, 5);
    await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');
    await sendLater(test, 5);

    expect(test.mailbox.mails[0]?.parsed.subject).toBe('Neuer Termin · 25.01.2027');
    expect(test.mailbox.mails[0]?.parsed.text).toContain('• Alt: Donnerstag, 21. Januar 2027 (21.01.2027)');
  });

  it('carry a calendar entry that equals the talk, from the confirmation on until it is cancelled', async () => {
    const { talkId } = await aBookedTalk(test, world, {}, { languages: { ta: 3 } });
    await sendLater(test, 5);
    await changeTalk(test, talkId, `state = 'confirmed'`, 'afterConfirmation');
    await sendLater(test, 5);
    const confirmed = entryOf(test.mailbox.mails[0]);
    await changeTalk(
      test,
      talkId,
      `state = 'cancelled', cancelled_by = 'office', revision = 2`,
      'afterCancellation',
    );
    await sendLater(test, 5);
    const cancelled = entryOf(test.mailbox.mails[0]);

    expect(confirmed.event.startDate.toJSDate()).toEqual(new Date(TALK_START));
    expect(confirmed.event.endDate.toJSDate()).toEqual(new Date('2027-01-21T13:45:00Z'));
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', method: 'PUBLISH', type: 'text/calendar' });
    expect(confirmed.event.uid).toMatch(new RegExp(`^${talkId}@`));
    expect(cancelled).toMatchObject({
      status: 'CANCELLED',
      event: { uid: confirmed.event.uid, sequence: 2 },
    });
    expect(test.mailbox.mails[0]?.parsed.text).toContain('Es ist nicht Ihr Fehler.');
  });

  it('remind seven days and one day before, once each, however often one looks', async () => {
    const { talkId } = await aBookedTalk(test, world);
    await sendLater(test, 5);
    test.mailbox.clear();

    test.clock.moveTo(new Date('2027-01-14T08:00:01Z'));
    await sendLater(test, 0);
    await sendLater(test, 0);
    test.clock.moveTo(new Date('2027-01-20T08:00:01Z'));
    await sendLater(test, 0);
    await sendLater(test, 0);

    expect(test.mailbox.mails.map(({ parsed }) => parsed.subject)).toEqual([
      'Morgen: Ihr Termin · 21.01.2027',
      'In 7 Tagen: Termin · 21.01.2027',
    ]);
    expect(await statesOf(talkId)).toEqual(['invitation 1 sent', 'reminder-7 1 sent', 'reminder-1 1 sent']);
  });

  it('are dropped, for staff to see, when they come too late', async () => {
    const { talkId } = await aBookedTalk(test, world);

    test.clock.moveTo(new Date('2027-01-21T12:30:00Z'));

    expect(await sendLater(test, 0)).toMatchObject({ sent: 0 });
    expect((await noticesOf(test, talkId)).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'dropped expired',
      'dropped too-late',
      'dropped too-late',
    ]);
  });

  it('are dropped, for staff to see, when the address is gone', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world);
    await reachHousehold(test.database, householdId, { email: null });

    await sendLater(test, 5);

    expect((await noticesOf(test, talkId))[0]).toMatchObject({ state: 'dropped', reason: 'no-email' });
  });

  it('cannot be smuggled to a second address', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world);
    await reachHousehold(test.database, householdId, { email: 'a@example.org, b@example.org' });

    await sendLater(test, 5);

    expect(test.mailbox.mails).toEqual([]);
    expect((await noticesOf(test, talkId))[0]).toMatchObject({ state: 'dropped', reason: 'no-email' });
  });

  it('by letter stay planned and are never mailed', async () => {
    const { talkId } = await aBookedTalk(test, world, {}, { row: { channel: 'letter' } });
    test.clock.moveTo(new Date('2027-01-20T08:00:00Z'));

    expect(await sendLater(test, 0)).toMatchObject({ sent: 0, putAside: 0 });
    expect(await statesOf(talkId)).toEqual(['invitation 1 planned']);
  });

  it('tell an interpreter of the assignment, without the surname of the newcomer', async () => {
    const { householdId } = await aBookedTalk(test, world, {
      interpreter_id: world.interpreterId,
      interpreter_mode: 'onsite',
      provision: 'interpreter',
      language: 'ti',
    });
    const [person] = await test.database.query<{ last_name: string }>(
      'select last_name from persons where household_id = $1',
      [householdId],
    );
    await sendLater(test, 5);

    const mail = test.mailbox.mails.find(({ parsed }) => parsed.subject === 'Einsatz · 21.01.2027');
    expect(mail?.parsed.text).toContain('• Sprache: Tigrinya');
    expect(mail?.parsed.text).not.toContain(person?.last_name ?? '');
  });

  it('leave once when two senders look at the same moment', async () => {
    for (let count = 0; count < 12; count += 1) await aBookedTalk(test, world);
    test.clock.moveTo(new Date(MONDAY.getTime() + 120_000));
    const sender = test.app.get(SendNotices, { strict: false });

    const rounds = await Promise.all([sender.run(), sender.run(), sender.run()]);

    expect(rounds.map(({ sent }) => sent).reduce((a, b) => a + b)).toBe(12);
    expect(test.mailbox.mails).toHaveLength(12);
    expect(new Set(test.mailbox.mails.map(({ parsed }) => parsed.messageId)).size).toBe(12);
  });
});

function entryOf(mail: TestApp['mailbox']['mails'][number] | undefined): {
  event: ICAL.Event;
  status: unknown;
  method: string | undefined;
  type: string | undefined;
} {
  const [file] = mail?.parsed.attachments ?? [];
  const content = new TextDecoder().decode(file!.content as ArrayBuffer);
  const vevent = ICAL.Component.fromString(content).getFirstSubcomponent('vevent')!;
  return {
    event: new ICAL.Event(vevent),
    status: vevent.getFirstPropertyValue('status'),
    method: file?.method,
    type: file?.mimeType,
  };
}
