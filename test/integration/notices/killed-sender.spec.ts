import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, type BookedTalk, noticesOf, sendLater } from '../../support/notices.js';
import { type Product, startProduct } from '../../support/product.js';
import {
  type Conversation,
  messageIdOf,
  startScriptedSmtp,
  type ScriptedSmtp,
  type SmtpScript,
} from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(240_000);

/** All kill points, each with a worker of its own and its real waiting times: about three minutes. */
const everyKill = process.env['EVERY_KILL'] === undefined ? describe.skip : describe;
/** How long after the kill a notice must have left again. */
const LONGEST_SECONDS = 15;

let far: ScriptedSmtp;
let test: TestApp;
let world: SmallWorld;
const workers: Product[] = [];

beforeAll(async () => {
  far = await startScriptedSmtp();
  test = await startTestApp(MONDAY, { smtpUrl: far.url });
  world = await aSmallWorld(test.database);
});

beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.query('delete from talks');
  far.setScript({});
  far.messages.length = 0;
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.kill();
});

afterAll(async () => {
  await test.close();
  await far.stop();
});

async function startWorker(): Promise<Product> {
  const worker = await startProduct({
    ROLE: 'worker',
    PORT: '0',
    DATABASE_URL: test.databaseUrl,
    CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'] ?? '',
    SMTP_URL: far.url,
    NOW: new Date(MONDAY.getTime() + 120_000).toISOString(),
    SECRET_KEY: 'a secret key of the tests, 32 characters',
  });
  workers.push(worker);
  return worker;
}

const invitation = async (talkId: string) => (await noticesOf(test, talkId))[0]!;
const copiesOf = (messageId: string): number =>
  far.messages.filter((message) => messageIdOf(message) === messageId).length;

async function repetitions(talkId: string): Promise<number> {
  const { id } = await invitation(talkId);
  const events = await test.database.query(
    `select from notice_events where notice_id = $1 and event = 'repeated'`,
    [id],
  );
  return events.length;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const patience = performance.now() + 60_000;
  while (!(await isTrue())) {
    if (performance.now() > patience) throw new Error('It did not come about within a minute');
    await sleep(20);
  }
}

/** The quarter of an hour that an unknown end waits passes. */
async function waitForRepetition(): Promise<void> {
  await test.database.query(`update notices set due_at = $1 where state = 'unknown'`, [MONDAY]);
}

describe('a worker that is killed in three conversations at once', () => {
  it('loses none of them, and doubles only the one whose message was complete, which is counted', async () => {
    const held: (keyof SmtpScript)[] = ['mail', 'rcpt', 'dot'];
    const worker = await startWorker();
    const connectionsBefore = far.connections();
    let reached = 0;
    const script = held.map((step, index) => [
      step,
      ({ connection }: Conversation) => {
        if (connection !== connectionsBefore + index + 1) return undefined;
        reached += 1;
        return 'silence';
      },
    ]);
    far.setScript(Object.fromEntries(script) as SmtpScript);
    const talks: BookedTalk[] = [];
    while (talks.length < held.length) talks.push(await aBookedTalk(test, world));
    await until(() => reached === held.length);
    await worker.kill();
    const [complete] = far.messages.map(messageIdOf);

    far.setScript({});
    await sendLater(test, 5);
    expect(far.messages).toHaveLength(1);
    await test.database.query('update notices set lease_until = now() where lease_until is not null');
    await sendLater(test, 0);
    expect(far.messages).toHaveLength(held.length);
    await sendLater(test, 16);
    await sendLater(test, 60);

    const notices = await Promise.all(talks.map(({ talkId }) => invitation(talkId)));
    expect(notices.map(({ state }) => state)).toEqual(held.map(() => 'sent'));
    expect(notices.map(({ messageId }) => copiesOf(messageId)).sort()).toEqual([1, 1, 2]);
    expect(copiesOf(complete!)).toBe(2);
    const counted = await Promise.all(talks.map(({ talkId }) => repetitions(talkId)));
    expect(counted.sort()).toEqual([0, 0, 1]);
  });
});

everyKill('a worker that is killed', () => {
  interface KillPoint {
    /** What the far end does at the point; resolves `reached` when the worker stands there. */
    readonly script: (reached: () => void) => SmtpScript;
    /** What the database refuses to write meanwhile, so that the worker cannot go on. */
    readonly lock?: 'notice';
    readonly endsUnknown: boolean;
  }
  const silentAt = (step: keyof SmtpScript): KillPoint => ({
    script: (reached) => ({
      [step]: () => {
        reached();
        return 'silence';
      },
    }),
    endsUnknown: step === 'dot',
  });
  const points: [string, KillPoint][] = [
    ['after its claim, before the greeting', silentAt('greeting')],
    ['after EHLO', silentAt('ehlo')],
    ['after MAIL', silentAt('mail')],
    ['after RCPT', silentAt('rcpt')],
    ['before the 354', silentAt('data')],
    ['in the text, before it wrote that the dot leaves', lockedAt('data', '354 go ahead', false)],
    ['after the dot, before the reply', silentAt('dot')],
    ['after the 250, before its record', lockedAt('dot', '250 2.0.0 taken', true)],
  ];

  function lockedAt(step: keyof SmtpScript, reply: string, endsUnknown: boolean): KillPoint {
    return {
      script: (reached) => ({
        [step]: async () => {
          await lock.take();
          setTimeout(reached, 500);
          return reply;
        },
      }),
      lock: 'notice',
      endsUnknown,
    };
  }

  /** Holds the notice's row, so that the worker's next write waits. */
  const lock = {
    client: undefined as pg.Client | undefined,
    async take(): Promise<void> {
      if (this.client) return;
      this.client = new pg.Client(test.databaseUrl);
      await this.client.connect();
      await this.client.query(`begin; select from notices where state = 'sending' for update`);
    },
    /** A statement that waits for the lock would be carried out although its process is dead: it dies first. */
    async release(): Promise<void> {
      await test.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      await this.client?.query('rollback');
      await this.client?.end();
      this.client = undefined;
    },
  };

  it.each(points)('%s: is relieved in time', async (name, point) => {
    let atPoint = false;
    const first = await startWorker();
    const second = await startWorker();
    // stopped until the kill: it neither takes the notice first nor has to start afterwards
    second.pause();
    far.setScript(
      point.script(() => {
        atPoint = true;
      }),
    );
    const { talkId } = await aBookedTalk(test, world);
    await until(() => atPoint);
    await first.kill();
    const killedAt = performance.now();
    second.resume();
    if (point.lock) await lock.release();
    far.setScript({});
    const copiesBefore = far.messages.length;

    if (point.endsUnknown) await until(async () => (await invitation(talkId)).state === 'unknown');
    else await until(async () => (await invitation(talkId)).state === 'sent');
    const seconds = (performance.now() - killedAt) / 1000;
    await waitForRepetition();
    await until(async () => (await invitation(talkId)).state === 'sent');

    const { messageId, attempts } = await invitation(talkId);
    const repeated = await repetitions(talkId);
    process.stdout.write(
      `${name}: ${seconds.toFixed(1)} s, copies ${copiesOf(messageId)}, attempts ${attempts}, repeated ${repeated}\n`,
    );
    expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS);
    expect(copiesBefore).toBe(point.endsUnknown ? 1 : 0);
    expect(copiesOf(messageId)).toBe(point.endsUnknown ? 2 : 1);
    expect(far.messages).toHaveLength(copiesOf(messageId));
    expect(repeated).toBe(point.endsUnknown ? 1 : 0);
  });

  it('before its claim: the other sends', async () => {
    const first = await startWorker();
    await startWorker();
    await first.kill();
    const killedAt = performance.now();
    const { talkId } = await aBookedTalk(test, world);

    await until(async () => (await invitation(talkId)).state === 'sent');

    expect((performance.now() - killedAt) / 1000).toBeLessThanOrEqual(LONGEST_SECONDS);
    expect(far.messages).toHaveLength(1);
  });

  it.each<[string, keyof SmtpScript, number]>([
    ['before the text', 'rcpt', 1],
    ['after the dot', 'dot', 2],
  ])('only stopped for a while %s changes and sends nothing when it goes on', async (_name, step, copies) => {
    let atPoint = false;
    let goOn: (reply: string) => void = () => undefined;
    const first = await startWorker();
    far.setScript({
      [step]: () => {
        if (atPoint) return undefined;
        atPoint = true;
        return new Promise<string>((resolve) => (goOn = resolve));
      },
    });
    const { talkId } = await aBookedTalk(test, world);
    await until(() => atPoint);
    const second = startWorker();
    await sleep(4_000);
    first.pause();
    await second;
    if (copies === 2) {
      await until(async () => (await invitation(talkId)).state === 'unknown');
      await waitForRepetition();
    }
    await until(async () => (await invitation(talkId)).state === 'sent');
    const settled = await invitation(talkId);

    first.resume();
    goOn('250 2.0.0 ok');
    await sleep(5_000);

    expect(await invitation(talkId)).toEqual(settled);
    expect(copiesOf(settled.messageId)).toBe(copies);
    expect(far.messages).toHaveLength(copies);
  });
});
