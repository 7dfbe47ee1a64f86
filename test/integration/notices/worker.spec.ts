import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { ResendNotice } from '../../../src/features/notices/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, noticesOf } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('a worker', () => {
  let test: TestApp;
  let world: SmallWorld;
  let isOpen: boolean;

  beforeEach(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    isOpen = true;
    world = await aSmallWorld(test.database);
  });

  afterEach(async () => {
    if (isOpen) await test.close();
  });

  const queue = (): Queue => test.app.get<Queue>(getQueueToken('notices'), { strict: false });
  const twoMinutesLater = (): void => {
    test.clock.moveTo(new Date(MONDAY.getTime() + 120_000));
  };
  const arrived = async (count: number): Promise<void> => {
    while (test.mailbox.mails.length < count) await sleep(50);
  };

  it('sends what becomes due by itself', async () => {
    await aBookedTalk(test, world);
    twoMinutesLater();

    await arrived(1);

    expect(test.mailbox.mails[0]?.parsed.subject).toBe('Ihr Termin · 21.01.2027');
  });

  it('loses nothing when the whole queue is lost', async () => {
    await aBookedTalk(test, world);
    await queue().obliterate({ force: true });
    twoMinutesLater();

    await arrived(1);

    expect(test.mailbox.mails).toHaveLength(1);
  });

  it('is woken by the queue when staff send a notice again', async () => {
    const { talkId } = await aBookedTalk(test, world);
    twoMinutesLater();
    await arrived(1);
    let notice = (await noticesOf(test, talkId))[0]!;
    while (notice.state !== 'sent') notice = (await noticesOf(test, talkId))[0]!;

    await test.app.get(ResendNotice, { strict: false }).run(world.officeId, notice.id, 'staff:1');
    await arrived(2);

    expect(new Set(test.mailbox.mails.map(({ parsed }) => parsed.messageId)).size).toBe(2);
  });

  it('has the queue wake it each minute', async () => {
    const schedulers = async (): Promise<unknown[]> => queue().getJobSchedulers();
    while ((await schedulers()).length === 0) await sleep(20);

    expect(await schedulers()).toMatchObject([{ key: 'sweep', name: 'sweep', every: 60_000 }]);
  });

  it('lets what is on its way arrive when it stops, and leaves no lease behind', async () => {
    for (let count = 0; count < 30; count += 1) await aBookedTalk(test, world);
    twoMinutesLater();
    await arrived(1);

    await test.app.close();
    const left = test.mailbox.mails.length;
    isOpen = false;
    const states = await statesAfterClose(test);
    await test.close();

    expect(states.get('sending') ?? 0).toBe(0);
    expect(states.get('sent')).toBe(left);
  });
});

/** The application is closed, so this asks the database through a connection of its own. */
async function statesAfterClose(test: TestApp): Promise<Map<string, number>> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(test.databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from notices where kind = 'invitation' group by state`,
  );
  await client.end();
  return new Map(rows.map(({ state, count }) => [state, count]));
}
