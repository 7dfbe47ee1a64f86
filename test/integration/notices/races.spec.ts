import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SendNotices } from '../../../src/features/notices/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, changeTalk, noticesOf, sendLater } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(120_000);

const HISTORIES = 24;
const STEPS = 6;

describe('changes while notices leave', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database, { policies: { noticeHoldSeconds: 0 } });
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    test.mailbox.clear();
  });

  afterAll(() => test.close());

  it('are told of when they wait for a notice that is just being claimed', async () => {
    const { talkId } = await aBookedTalk(test, world);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let claimed = (): void => undefined;
    const isClaimed = new Promise<void>((resolve) => {
      claimed = resolve;
    });
    const claim = test.app.get(Database).transaction(async (tx) => {
      await tx.query(
        `update notices set state = 'sending', lease_token = gen_random_uuid(), lease_until = now() + interval '60 s'
         where talk_id = $1 and kind = 'invitation'`,
        [talkId],
      );
      claimed();
      await held;
    });
    await isClaimed;
    const cancellation = changeTalk(test, talkId, `state = 'cancelled', revision = 2`, 'afterCancellation');
    await waitUntilSomeoneWaits(test);
    release();
    await Promise.all([claim, cancellation]);

    expect((await noticesOf(test, talkId)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      expect.arrayContaining(['invitation sending', 'cancellation planned']),
    );
  });

  it('never let a mail leave that speaks of an older state', async () => {
    const random = numbersFrom(7);
    const talks = [];
    for (let count = 0; count < HISTORIES; count += 1) talks.push(await aBookedTalk(test, world));
    let sent = 0;

    for (let step = 0; step < STEPS; step += 1) {
      for (const { talkId } of [...talks, ...talks]) await aChange(test, talkId, random);
      const before = new Date(test.clock.now());
      sent += (await sendLater(test, 1)).sent;
      const outdated = await test.database.query(
        `select n.kind, n.revision, t.revision as now, t.state from notices n join talks t on t.id = n.talk_id
         where n.sent_at >= $1 and (n.revision <> t.revision or (t.state = 'cancelled' and n.kind <> 'cancellation'))`,
        [before],
      );
      expect(outdated).toEqual([]);
    }

    expect(sent).toBeGreaterThan(HISTORIES);
  });

  it('leave every household with a last mail that describes how it ended', async () => {
    const random = numbersFrom(20_270_111);
    const sender = test.app.get(SendNotices, { strict: false });
    const talks = [];
    for (let count = 0; count < HISTORIES; count += 1) talks.push(await aBookedTalk(test, world));

    for (let step = 0; step < STEPS; step += 1) {
      const changes = talks.map(({ talkId }) => aChange(test, talkId, random));
      await Promise.all([sender.run(), ...changes, sender.run()]);
    }
    await sendLater(test, 0);

    const endings = await test.database.query<Ending>(ENDINGS);
    expect(endings.map(({ talk, ...ending }) => [talk, ...faultsOf(ending)])).toEqual(
      endings.map(({ talk }) => [talk]),
    );
    expect(endings).toHaveLength(HISTORIES);
    expect(new Set(test.mailbox.mails.map(({ parsed }) => parsed.messageId)).size).toBe(
      test.mailbox.mails.length,
    );
  });
});

interface Ending {
  readonly talk: string;
  readonly state: string;
  readonly revision: number;
  readonly lastKind: string | null;
  readonly lastRevision: number | null;
  readonly waiting: number;
}

const ENDINGS = `
select t.id as talk, t.state, t.revision, l.kind as "lastKind", l.revision as "lastRevision",
  (select count(*)::int from notices n where n.talk_id = t.id and n.state in ('planned', 'sending')
    and n.kind not like 'reminder%') as waiting
from talks t left join lateral (select kind, revision from notices n where n.talk_id = t.id and n.state = 'sent'
  order by revision desc, id desc limit 1) l on true
order by t.id`;

function faultsOf({ state, revision, lastKind, lastRevision, waiting }: Omit<Ending, 'talk'>): string[] {
  const faults = waiting > 0 ? ['something still waits'] : [];
  if (state === 'cancelled') {
    if (lastKind !== null && lastKind !== 'cancellation')
      faults.push(`cancelled, but last told: ${lastKind}`);
  } else if (lastRevision !== revision) faults.push(`revision ${revision}, but last told: ${lastRevision}`);
  return faults;
}

/** Moves, confirms, cancels or leaves alone; a cancelled talk stays cancelled. */
async function aChange(test: TestApp, talkId: string, random: () => number): Promise<void> {
  const choice = random();
  const day = 18 + Math.floor(random() * 10);
  const [talk] = await test.database.query<{ state: string }>('select state from talks where id = $1', [
    talkId,
  ]);
  if (talk?.state === 'cancelled') return;
  if (choice < 0.4) {
    const change = `starts_at = '2027-01-${day}T09:00Z', state = 'invited', revision = revision + 1`;
    await changeTalk(test, talkId, change, 'afterMove');
  } else if (choice < 0.6) await changeTalk(test, talkId, `state = 'confirmed'`, 'afterConfirmation');
  else if (choice < 0.75) {
    await changeTalk(test, talkId, `state = 'cancelled', revision = revision + 1`, 'afterCancellation');
  }
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function waitUntilSomeoneWaits(test: TestApp): Promise<void> {
  for (;;) {
    const waiting = await test.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}
