import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { saveContact } from '../../../src/features/contacts/index.js';
import { OpenAnswers, type TakenMail, TakeReturnedMail } from '../../../src/features/notices/index.js';
import { ReadMaildir } from '../../../src/features/notices/returned/read-maildir.js';
import { returnAddress } from '../../../src/features/notices/returned/return-address.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { createLogger } from '../../../src/platform/logging/logger.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { contactOf, reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater } from '../../support/notices.js';
import {
  aBounce,
  aBrokenBounce,
  aCalendarReply,
  aComplaint,
  aFoldedBounce,
  anAutoReply,
  aPersonsAnswer,
  aProseBounce,
} from '../../support/returned-mails.js';
import { type Conversation, startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

const KEY = 'a secret key of the tests, 32 characters';
const DOMAIN = 'returns.musterland.example';

describe('mail that comes back', () => {
  let far: ScriptedSmtp;
  let test: TestApp;
  let world: SmallWorld;
  let talkId: string;
  let householdId: number;
  let to: string;

  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(MONDAY, { smtpUrl: far.url });
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from returned_messages');
    ({ talkId, householdId } = await aBookedTalk(test, world));
    await sendLater(test, 5);
    to = returnAddress((await invitation()).id, KEY, DOMAIN);
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
  });

  const invitation = async () => (await noticesOf(test, talkId))[0]!;
  const take = (raw: Buffer): Promise<TakenMail> =>
    test.app.get(TakeReturnedMail, { strict: false }).run(raw);
  const eventsOf = async (): Promise<string[]> => {
    const rows = await test.database.query<{ event: string }>(
      'select event from notice_events where notice_id = $1 order by id',
      [(await invitation()).id],
    );
    return rows.map(({ event }) => event);
  };
  const address = async (): Promise<string> => (await contactOf(test.database, householdId)).email ?? '';

  it('comes back to an address of its notice', async () => {
    const senders: string[] = [];
    far.setScript({
      mail: ({ line }: Conversation) => {
        senders.push(/<(.*?)>/.exec(line)?.[1] ?? '');
        return undefined;
      },
    });
    const { talkId: other } = await aBookedTalk(test, world);
    await sendLater(test, 5);
    far.setScript({});

    expect(senders).toEqual([returnAddress((await noticesOf(test, other))[0]!.id, KEY, DOMAIN)]);
  });

  it.each<[string, (to: string) => Buffer, object]>([
    [
      '550 5.1.1',
      (at) => aBounce({ to: at, diagnostic: '550 5.1.1 unknown' }),
      { reason: 'address-unknown' },
    ],
    ['5.1.10, no such domain', (at) => aBounce({ to: at, status: '5.1.10' }), { reason: 'address-unknown' }],
    ['5.2.1, disabled', (at) => aBounce({ to: at, status: '5.2.1' }), { reason: 'address-unknown' }],
    ['the worst of two, folded', aFoldedBounce, { reason: 'address-unknown' }],
    ['5.2.2, full', (at) => aBounce({ to: at, status: '5.2.2' }), { reason: 'mailbox-full' }],
    [
      '5.7.1, policy',
      (at) => aBounce({ to: at, status: '5.7.1' }),
      { state: 'failed', reason: 'refused-by-policy' },
    ],
    [
      '4.4.7, given up',
      (at) => aBounce({ to: at, status: '4.4.7' }),
      { state: 'failed', reason: 'not-delivered' },
    ],
  ])('after %s the notice has failed', async (_name, mail, expected) => {
    await take(mail(to));

    expect(await invitation()).toMatchObject({ state: 'bounced', ...expected });
    expect(await eventsOf()).toEqual(expect.arrayContaining(['sent', 'returned-report']));
  });

  it.each<[string, (to: string) => Buffer, TakenMail['kind']]>([
    ['a delay', (at) => aBounce({ to: at, action: 'delayed', status: '4.4.1' }), 'report'],
    ['a delivery', (at) => aBounce({ to: at, action: 'delivered', status: '2.0.0' }), 'report'],
    ['a report without status', aBrokenBounce, 'unreadable'],
    ['prose of an old server', aProseBounce, 'unreadable'],
    ['a holiday answer', anAutoReply, 'auto-reply'],
    ['an older automatic answer', (at) => anAutoReply(at, 'X-Autoreply: yes'), 'auto-reply'],
    ['a person', aPersonsAnswer, 'letter'],
    ['a complaint', aComplaint, 'complaint'],
  ])('%s is noted and changes nothing', async (_name, mail, kind) => {
    expect(await take(mail(to))).toMatchObject({ kind, state: 'unchanged' });

    expect(await invitation()).toMatchObject({ state: 'sent' });
    expect((await eventsOf()).at(-1)).toBe(`returned-${kind}`);
  });

  it.each<[string, (to: string) => string]>([
    ['a made-up proof', (at) => at.replace(/.{4}@/, '0000@')],
    ['the proof of another notice', (at) => at.replace(/\+.{32}/, '+01a20a372c537c3b94f72c873249ac91')],
    ['no return address at all', () => 'amt@musterland.example'],
  ])('with %s is not believed', async (_name, forge) => {
    expect(await take(aBounce({ to: forge(to) }))).toEqual({ kind: 'not-ours' });

    expect(await invitation()).toMatchObject({ state: 'sent' });
  });

  it('counts once, however often and however parallel it arrives', async () => {
    const bounce = aBounce({ to });
    const unix = Buffer.from(bounce.toString().replaceAll('\r\n', '\n'));

    const taken = await Promise.all([bounce, bounce, unix, bounce, unix].map(take));

    expect(taken.filter(({ kind }) => kind === 'known-already')).toHaveLength(4);
    expect((await eventsOf()).filter((event) => event === 'bounced')).toHaveLength(1);
  });

  it('closes the address for this household only, and puts the invitation on paper', async () => {
    const home = { street: 'Weg 1', postcode: '9999', town: 'Musterstadt' };
    await saveContact(test.database, 'households', householdId, home);
    const shared = await address();
    const other = await aBookedTalk(test, world);
    await reachHousehold(test.database, other.householdId, { email: shared });

    await take(aBounce({ to }));
    await sendLater(test, 5);

    const letters = await test.database.query(
      `select kind, state from notices where talk_id = $1 and channel = 'letter'`,
      [talkId],
    );
    expect(letters).toEqual([{ kind: 'invitation', state: 'planned' }]);
    expect((await noticesOf(test, other.talkId))[0]).toMatchObject({ state: 'sent' });
  });

  it('is taken over the interface for the caller’s own office only', async () => {
    const { officeId } = await aSmallWorld(test.database);
    const returned = test.app.get(TakeReturnedMail, { strict: false });

    expect(await returned.run(aBounce({ to }), officeId)).toEqual({ kind: 'not-ours' });
    expect(await returned.run(aBounce({ to, note: 'again' }), world.officeId)).toMatchObject({
      state: 'bounced',
    });
  });

  it('is read from a folder, where it stays as taken', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'maildir-'));
    for (const name of ['new', 'cur', 'tmp']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'new', '1.message'), aBounce({ to }));
    writeFileSync(path.join(folder, 'new', '2.message'), Buffer.alloc(2_000_001, 'x'));
    const reader = new ReadMaildir(
      test.app.get(TakeReturnedMail, { strict: false }),
      test.app.get(Settings),
      createLogger('silent'),
    );

    await reader.run(folder);

    expect(await invitation()).toMatchObject({ state: 'bounced' });
    expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
    expect(readdirSync(path.join(folder, 'cur'))).toEqual(['1.message:2,S', '2.message:2,S']);
    rmSync(folder, { recursive: true });
  });

  describe('as the answer of a calendar', () => {
    const reply = async (change: object = {}): Promise<Buffer> =>
      aCalendarReply({ uid: `${talkId}@127.0.0.1`, sequence: 1, attendee: await address(), ...change });

    it('is noted for staff, and cancels nothing', async () => {
      expect(await take(await reply())).toMatchObject({ kind: 'calendar-reply', state: 'unchanged' });

      expect(await eventsOf()).toContain('returned-calendar-reply');
      const [talk] = await test.database.query<{ state: string }>('select state from talks where id = $1', [
        talkId,
      ]);
      expect(talk?.state).not.toBe('cancelled');
    });

    it('that says no waits for somebody, once, until it is dealt with or the talk is another', async () => {
      const answers = test.app.get(OpenAnswers, { strict: false });
      await take(await reply({ answer: 'ACCEPTED' }));
      expect(await answers.list(world.officeId)).toEqual([]);
      await take(await reply({ answer: 'DECLINED' }));
      await take(await reply({ answer: 'DECLINED', from: (await address()).toUpperCase() }));

      const [answer, ...more] = await answers.list(world.officeId);
      expect(answer).toMatchObject({ kind: 'declined', recipientId: householdId, talkId });
      expect(more).toEqual([]);
      await answers.deal(world.officeId, answer!.noticeId, 'staff:1');
      expect(await answers.list(world.officeId)).toEqual([]);

      await test.database.query('update returned_messages set done_at = null');
      await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');
      expect(await answers.list(world.officeId)).toEqual([]);
    });

    it('and a complaint waits until the household gets letters', async () => {
      const answers = test.app.get(OpenAnswers, { strict: false });
      await take(aComplaint(to));
      expect(await answers.list(world.officeId)).toMatchObject([{ kind: 'complaint', talkId }]);

      await test.database.query(`update households set channel = 'letter' where id = $1`, [householdId]);
      expect(await answers.list(world.officeId)).toEqual([]);
      await expect(answers.deal(world.officeId + 1, (await invitation()).id, 'staff:1')).rejects.toThrow(
        'notice-not-found',
      );
    });

    it.each([
      ['for an older edition', { sequence: 0 }],
      ['by somebody else', { attendee: 'other@example.org' }],
      ['from another address', { from: 'other@example.org' }],
      ['about an unknown entry', { uid: '01a20a37-2c53-7c3b-94f7-2c873249ac91@127.0.0.1' }],
      ['about an entry of another installation', { uid: 'x@other.example' }],
    ])('%s is not believed', async (_name, change) => {
      expect(await take(await reply(change))).toEqual({ kind: 'not-ours' });
    });

    it('about a talk that has moved is not believed', async () => {
      const old = await reply();
      await changeTalk(test, talkId, `starts_at = '2027-01-25T09:00Z', revision = 2`, 'afterMove');

      expect(await take(old)).toEqual({ kind: 'not-ours' });
    });
  });
});
