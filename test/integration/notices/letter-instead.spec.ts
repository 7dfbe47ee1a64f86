import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Households, UpdateHousehold } from '../../../src/features/households/index.js';
import { LetterInstead, LetterQueries, PrintLetters } from '../../../src/features/notices/index.js';
import { Links } from '../../../src/features/links/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('a letter instead of an e-mail', () => {
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

  const address = { street: 'Rheinstrasse 12', postcode: '4410', town: 'Liestal' };
  const instead = (noticeId: string, actor = 'system') =>
    test.app.get(LetterInstead, { strict: false }).run({ officeId: world.officeId, noticeId, actor });
  const letters = () => test.app.get(LetterQueries, { strict: false }).due(world.officeId);
  /** A talk whose invitation came back: no such user. */
  const aBounce = async (row: Record<string, unknown> = address) => {
    const { talkId, householdId } = await aBookedTalk(test, world, {}, { row });
    const [invitation] = await noticesOf(test, talkId);
    await test.database.query(
      `update notices n set state = 'bounced', state_reason = 'address-unknown',
         address_hash = p.email_index
       from persons p where n.id = $1 and p.household_id = $2`,
      [invitation!.id, householdId],
    );
    return { talkId, householdId, noticeId: invitation!.id };
  };
  const statesOf = async (talkId: string): Promise<string[]> =>
    (await noticesOf(test, talkId)).map(({ kind, state, reason }) =>
      `${kind} ${state} ${reason ?? ''}`.trim(),
    );

  it('is written once after a bounce, with a code, and the other e-mails about the talk stay back', async () => {
    const { talkId, householdId, noticeId } = await aBounce();

    const first = await instead(noticeId);
    expect(first).toMatchObject({ kind: 'planned' });
    expect(await instead(noticeId)).toEqual({ ...first, kind: 'already-planned' });

    expect(await letters()).toMatchObject([{ householdId, kind: 'invitation', street: 'Rheinstrasse 12' }]);
    const paper = await test.app.get(Links, { strict: false }).onPaper(talkId);
    expect(paper?.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(await statesOf(talkId)).toEqual([
      'invitation bounced address-unknown',
      'reminder-7 superseded letter-instead',
      'reminder-1 superseded letter-instead',
      'invitation planned',
    ]);
  });

  it('is written for what waits, and no e-mail leaves, once the household takes its consent back', async () => {
    const { talkId, householdId } = await aBookedTalk(test, world, {}, { row: address });
    const household = () => test.app.get(Households, { strict: false }).get(world.officeId, householdId);
    const tellBy = async (channel: 'email' | 'letter'): Promise<void> => {
      const { version } = await household();
      const command = {
        officeId: world.officeId,
        householdId,
        version,
        change: { channel },
        actor: 'staff:1',
      };
      await test.app.get(UpdateHousehold, { strict: false }).run(command);
    };
    await test.database.query(
      `insert into email_consents (office_id, household_id, source, wording, language, given_at, noted_by)
       values ($1, $2, 'register', 'register-1', 'de', '2027-01-04T08:00Z', 'staff:7')`,
      [world.officeId, householdId],
    );

    await tellBy('letter');

    expect(await statesOf(talkId)).toEqual([
      'invitation superseded letter-instead',
      'reminder-7 superseded letter-instead',
      'reminder-1 superseded letter-instead',
      'invitation planned',
    ]);
    expect(await letters()).toMatchObject([{ householdId, kind: 'invitation' }]);
    await sendLater(test, 5);
    expect(test.mailbox.mails).toEqual([]);
    expect((await household()).emailConsent).toMatchObject({
      source: 'register',
      notedBy: 'staff:7',
      withdrawalNotedBy: 'staff:1',
    });

    await tellBy('email');
    expect((await household()).emailConsent).toMatchObject({
      source: 'staff',
      wording: 'office-1',
      language: 'de',
      withdrawnAt: null,
    });
  });

  it('is written once when two ask at the same moment', async () => {
    const { noticeId } = await aBounce();

    const answers = await Promise.all([instead(noticeId), instead(noticeId, 'staff:1')]);

    expect(answers.map(({ kind }) => kind).sort()).toEqual(['already-planned', 'planned']);
    expect(await letters()).toHaveLength(1);
  });

  it('is the way of everything that comes later, as long as the address is the same', async () => {
    const { talkId, householdId, noticeId } = await aBounce();
    await instead(noticeId);

    const moved = "starts_at = '2027-01-22T13:00:00Z', revision = 2";
    await changeTalk(test, talkId, moved, 'afterMove');
    test.clock.moveTo(new Date(MONDAY.getTime() + 5 * 60_000));
    expect(await letters()).toMatchObject([{ householdId, kind: 'invitation' }]);

    await reachHousehold(test.database, householdId, { email: 'new@example.org' });
    const again = "starts_at = '2027-01-25T13:00:00Z', revision = 3";
    await changeTalk(test, talkId, again, 'afterMove');
    expect(await letters()).toEqual([]);
    expect((await statesOf(talkId)).slice(-3)).toEqual([
      'invitation planned',
      'reminder-7 planned',
      'reminder-1 planned',
    ]);
  });

  it('is printed', async () => {
    const { noticeId } = await aBounce();
    const outcome = await instead(noticeId);

    const pdf = await test.app
      .get(PrintLetters, { strict: false })
      .run(world.officeId, 'letterId' in outcome ? [outcome.letterId] : [], 'staff:1');

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    ['nobody knows where the household lives', { street: '' }, 'no-address'],
    ['the post would be too slow', { ...address }, 'too-late'],
    ['the talk was cancelled', { ...address }, 'outdated'],
  ] as const)('is not written when %s', async (_, row, reason) => {
    const { talkId, noticeId } = await aBounce(row);
    if (reason === 'too-late') test.clock.moveTo(new Date('2027-01-19T08:00:00Z'));
    if (reason === 'outdated')
      await changeTalk(test, talkId, "state = 'cancelled', cancelled_by = 'office'", 'afterCancellation');

    expect(await instead(noticeId)).toEqual({ kind: 'not-possible', reason });
    expect(await letters()).toEqual([]);
  });

  it('is not written to an interpreter, nor for a reminder', async () => {
    const { talkId } = await aBookedTalk(test, world, {
      provision: 'interpreter',
      interpreter_id: world.interpreterId,
      interpreter_mode: 'onsite',
    });
    const notices = await noticesOf(test, talkId);

    for (const kind of ['interpreter-booked', 'reminder-7']) {
      const { id } = notices.find((notice) => notice.kind === kind)!;
      expect(await instead(id)).toEqual({ kind: 'not-possible', reason: 'not-for-paper' });
    }
  });
});
