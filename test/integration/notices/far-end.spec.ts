import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater } from '../../support/notices.js';
import {
  messageIdOf,
  startScriptedSmtp,
  type ScriptedSmtp,
  type SmtpScript,
} from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('a notice and the mail server', () => {
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

  const idsSeen = (): string[] => far.messages.map(messageIdOf);
  const invitation = async (talkId: string) => (await noticesOf(test, talkId))[0]!;

  it.each<[string, SmtpScript, object]>([
    ['421 at the greeting', { greeting: '421 4.3.2 too busy' }, { state: 'planned', code: 421 }],
    ['silence of the line', { greeting: 'drop' }, { state: 'planned', reason: 'mail-server-away' }],
    [
      '450 greylisted',
      { rcpt: '450 4.2.0 greylisted' },
      { state: 'planned', reason: 'try-again', code: 450 },
    ],
    ['a cut before the message', { rcpt: 'drop' }, { state: 'planned', reason: 'mail-server-away' }],
    ['a cut instead of the 354', { data: 'drop' }, { state: 'planned', stage: 'recipient' }],
    ['a cut in the text', { data: 'drop-after 354 go ahead' }, { state: 'planned', stage: 'text' }],
    ['garbage for a greeting', { greeting: 'HTTP/1.1 400 no' }, { state: 'planned', stage: 'connection' }],
    ['garbage after the message', { dot: 'was that all?' }, { state: 'unknown', stage: 'message' }],
    [
      '550 for our own address',
      { mail: '550 5.7.1 not yours' },
      { state: 'planned', reason: 'mail-server-refuses' },
    ],
    ['550 no such user', { rcpt: '550 5.1.1 unknown' }, { state: 'bounced', reason: 'address-unknown' }],
    ['550 policy', { rcpt: '550 5.7.1 spam' }, { state: 'failed', reason: 'refused-by-policy', code: 550 }],
    ['552 full', { rcpt: '552 5.2.2 full' }, { state: 'planned', reason: 'mailbox-full', code: 552 }],
    ['554 after the message', { dot: '554 5.6.0 no' }, { state: 'failed', stage: 'message', code: 554 }],
    ['451 after the message', { dot: '451 4.3.0 no' }, { state: 'planned', stage: 'message', code: 451 }],
    ['a cut after the message', { dot: 'drop' }, { state: 'unknown', stage: 'message', code: null }],
  ])('after %s is what staff are shown', async (_name, script, expected) => {
    const { talkId } = await aBookedTalk(test, world);
    far.setScript(script);

    await sendLater(test, 5);

    expect(await invitation(talkId)).toMatchObject({ ...expected, attempts: 1 });
  });

  it('is tried again after a minute, then after five, and arrives once', async () => {
    const { talkId } = await aBookedTalk(test, world);
    far.setScript({ mail: '451 4.3.0 later' });
    await sendLater(test, 5);
    await sendLater(test, 0.9);
    expect(await invitation(talkId)).toMatchObject({ attempts: 1 });
    await sendLater(test, 0.2);
    expect(await invitation(talkId)).toMatchObject({ attempts: 2, state: 'planned' });

    far.setScript({});
    await sendLater(test, 4.8);
    expect(far.messages).toHaveLength(0);
    await sendLater(test, 0.3);

    expect(await invitation(talkId)).toMatchObject({ attempts: 3, state: 'sent' });
    expect(far.messages).toHaveLength(1);
  });

  it('of unknown end is repeated once, after a while, with the same Message-ID', async () => {
    const { talkId } = await aBookedTalk(test, world);
    far.setScript({ dot: 'drop' });
    await sendLater(test, 5);
    await sendLater(test, 14);
    expect(far.messages).toHaveLength(1);
    await sendLater(test, 2);
    await sendLater(test, 60);

    expect(idsSeen()).toHaveLength(2);
    expect(new Set(idsSeen())).toEqual(new Set([(await invitation(talkId)).messageId]));
    expect(await invitation(talkId)).toMatchObject({ state: 'unknown' });
  });

  it('of unknown end is not repeated when the talk has moved meanwhile', async () => {
    const { talkId } = await aBookedTalk(test, world);
    far.setScript({ dot: 'drop' });
    await sendLater(test, 5);
    far.setScript({});
    await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');

    await sendLater(test, 30);

    expect((await noticesOf(test, talkId)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      expect.arrayContaining(['invitation unknown', 'change sent']),
    );
    expect(far.messages).toHaveLength(2);
  });

  it('of unknown end counts as told, also while its repetition waits: who may know of a talk hears of its end', async () => {
    const { talkId } = await aBookedTalk(test, world);
    far.setScript({ dot: 'drop' });
    await sendLater(test, 5);
    far.setScript({ mail: '451 4.3.0 later' });
    await sendLater(test, 16);
    expect(await invitation(talkId)).toMatchObject({ state: 'planned', attempts: 2 });
    far.setScript({});
    await changeTalk(test, talkId, `state = 'cancelled', revision = 2`, 'afterCancellation');

    await sendLater(test, 5);

    const kinds = (await noticesOf(test, talkId)).map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds).toContain('cancellation sent');
  });

  it('to an address that was refused is not tried again, but for a new address', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world);
    far.setScript({ rcpt: '550 5.1.1 unknown' });
    await sendLater(test, 5);
    far.setScript({});
    await sendLater(test, 3 * 24 * 60);
    expect((await noticesOf(test, talkId))[1]).toMatchObject({
      kind: 'reminder-7',
      state: 'dropped',
      reason: 'address-refused',
    });

    await reachHousehold(test.database, householdId, { email: 'right@example.org' });
    test.clock.moveTo(new Date('2027-01-20T09:00:00Z'));
    await sendLater(test, 0);

    expect((await noticesOf(test, talkId))[2]).toMatchObject({ kind: 'reminder-1', state: 'sent' });
  });

  it('does not use up the attempts of others while the server is away', async () => {
    for (let count = 0; count < 20; count += 1) await aBookedTalk(test, world);
    far.setScript({ greeting: '421 4.3.2 too busy', mail: '421 4.3.2 too busy' });

    const round = await sendLater(test, 5);
    const [{ tried } = { tried: '' }] = await test.database.query<{ tried: string }>(
      'select count(*) as tried from notices where attempts > 0',
      [],
    );

    expect(round).toMatchObject({ sent: 0, mailServerInTrouble: true });
    expect(Number(tried)).toBeLessThanOrEqual(5);
    far.setScript({});
    expect(await sendLater(test, 2)).toMatchObject({ sent: 20, mailServerInTrouble: false });
  });
});
