import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NoticeQueries, ResendNotice } from '../../../src/features/notices/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, changeTalk, sendLater } from '../../support/notices.js';
import { startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('what staff see of notices', () => {
  let far: ScriptedSmtp;
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(MONDAY, { smtpUrl: far.url });
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from mail_limits');
    far.setScript({});
    far.messages.length = 0;
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
  });

  const queries = (): NoticeQueries => test.app.get(NoticeQueries, { strict: false });
  const all = { limit: 50 };
  const bouncedInvitation = async () => {
    const talk = await aBookedTalk(test, world);
    far.setScript({ rcpt: '550 5.1.1 unknown' });
    await sendLater(test, 5);
    far.setScript({});
    const { rows } = await queries().delivery(world.officeId, { state: 'bounced' }, all);
    return { ...talk, notice: rows[0]! };
  };
  const resend = (noticeId: string): Promise<{ noticeId: string }> =>
    test.app.get(ResendNotice, { strict: false }).run(world.officeId, noticeId, 'staff:1');

  it('is each notice with recipient and state, newest first, page by page', async () => {
    const { householdId } = await aBookedTalk(test, world);
    await sendLater(test, 5);

    const first = await queries().delivery(world.officeId, {}, { limit: 2 });
    const second = await queries().delivery(world.officeId, {}, { limit: 2, before: first.next });

    expect([...first.rows, ...second.rows].map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'reminder-1 waiting',
      'reminder-7 waiting',
      'invitation sent',
    ]);
    expect(second.next).toBeUndefined();
    expect(second.rows[0]).toMatchObject({
      householdId,
      recipientName: expect.stringMatching(/^Person\d+ Muster\d+$/),
      subject: 'Ihr Termin · 21.01.2027',
      needsAction: false,
      canBeResent: true,
      smtpCode: 250,
    });
    expect(await queries().counts(world.officeId)).toEqual({ waiting: 2, trouble: 0 });
  });

  it('is nothing of another office', async () => {
    await aBookedTalk(test, world);
    const { officeId } = await aSmallWorld(test.database);

    expect(await queries().delivery(officeId, {}, all)).toEqual({ rows: [], next: undefined });
  });

  it('is a letter that has to be printed', async () => {
    await aBookedTalk(test, world, {}, { row: { channel: 'letter' } });
    await sendLater(test, 2);

    const { rows } = await queries().delivery(world.officeId, { state: 'to-print' }, all);

    expect(rows).toMatchObject([{ kind: 'invitation', channel: 'letter', state: 'to-print' }]);
  });

  it('is trouble as long as somebody must act', async () => {
    const { talkId } = await bouncedInvitation();

    const { rows } = await queries().delivery(world.officeId, { state: 'trouble' }, all);
    expect(rows).toMatchObject([
      { kind: 'invitation', state: 'bounced', reason: 'address-unknown', smtpCode: 550, needsAction: true },
    ]);

    await test.database.query(`update talks set starts_at = '2027-01-01T09:00Z' where id = $1`, [talkId]);
    expect(await queries().counts(world.officeId)).toMatchObject({ bounced: 1, trouble: 0 });
  });

  it('is the exact text of every notice of a household, and what happened to it', async () => {
    const { householdId } = await bouncedInvitation();

    const notices = await queries().ofHousehold(world.officeId, householdId);
    const invitation = notices.find(({ kind }) => kind === 'invitation');

    expect(invitation?.text).toContain('Sie sind neu im Kanton.');
    expect(invitation?.html).toContain('<h1');
    expect(invitation?.events).toMatchObject([
      { event: 'bounced', detail: expect.stringContaining('5.1.1') },
    ]);
  });

  it('can be sent again to a better address, once more as a mail of its own, and the audit says who', async () => {
    const { householdId, notice } = await bouncedInvitation();
    await reachHousehold(test.database, householdId, { email: 'right@example.org' });

    const copy = await resend(notice.id);
    await sendLater(test, 0);

    expect(await queries().byId(world.officeId, copy.noticeId)).toMatchObject({
      kind: 'invitation',
      state: 'sent',
    });
    expect(far.messages[0]).toContain(`Message-ID: <${copy.noticeId}@`);
    expect(far.messages[0]).toContain('To: right@example.org');
    expect(await queries().counts(world.officeId)).toMatchObject({ bounced: 1, trouble: 0 });
    expect(
      await test.database.query('select actor, action from audit_entries where subject_id = $1', [
        String(householdId),
      ]),
    ).toEqual([{ actor: 'staff:1', action: 'notice-resent' }]);
  });

  it('cannot be sent again while it waits, or when it no longer holds, or when nobody can be reached', async () => {
    const { talkId, householdId, notice } = await bouncedInvitation();
    const { rows: waiting } = await queries().delivery(world.officeId, { state: 'waiting' }, all);

    await expect(resend(waiting[0]!.id)).rejects.toMatchObject({ code: 'notice-on-its-way' });
    await reachHousehold(test.database, householdId, { email: null });
    await expect(resend(notice.id)).rejects.toMatchObject({ code: 'notice-without-address' });
    await changeTalk(test, talkId, `state = 'cancelled', revision = 2`, 'afterCancellation');
    await expect(resend(notice.id)).rejects.toMatchObject({ code: 'notice-outdated' });
    await expect(resend('01989f3e-7c00-7000-8000-000000000001')).rejects.toMatchObject({
      code: 'notice-not-found',
    });
  });
});
