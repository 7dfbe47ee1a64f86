import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, noticesOf } from '../../support/notices.js';
import { type Product, ProductEnded, startProduct } from '../../support/product.js';
import { startRedis } from '../../support/redis.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(400_000);

/** With LOST_QUEUE=1000 the whole of it, on Redis too. */
const onEveryQueue = process.env['LOST_QUEUE'] === undefined ? it.skip : it;
const REMINDERS = Number(process.env['LOST_QUEUE'] ?? 15);
const LONGEST_SECONDS = 60;
const HOUR_MS = 3_600_000;
/** The worker's clock starts here, some seconds before the reminders are due. */
const START_MS = MONDAY.getTime() + 120_000;
const SHIFTED = `--import=${path.resolve('test/support/shifted-clock.mjs')}`;

let test: TestApp;
let world: SmallWorld;
let worker: Product | undefined;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
});

beforeEach(async () => {
  await test.database.query('delete from talks');
  test.mailbox.clear();
});

afterEach(async () => {
  await worker?.kill();
  worker = undefined;
});

afterAll(() => test.close());

function startWorker(settings: Record<string, string> = {}): Promise<Product> {
  return startProduct({
    ROLE: 'worker',
    PORT: '0',
    DATABASE_URL: test.databaseUrl,
    CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'] ?? '',
    SMTP_URL: test.mailbox.smtpUrl,
    NOW: new Date(START_MS).toISOString(),
    SECRET_KEY: 'a secret key of the tests, 32 characters',
    ...settings,
  });
}

/** Reminders that are due so long after the start of the worker; every other notice waits for years. */
async function remindersDueAfter(milliseconds: number, count: number): Promise<void> {
  test.clock.moveTo(MONDAY);
  for (let index = 0; index < count; index += 1) await aBookedTalk(test, world);
  await test.database.query(
    `update notices set due_at = case kind when 'reminder-1' then $1::timestamptz else $1 + interval '9 years' end`,
    [new Date(START_MS + milliseconds)],
  );
}

async function lateness(): Promise<{ sent: number; seconds: number }> {
  const [row] = await test.database.query<{ sent: number; seconds: number }>(
    `select count(*)::int as sent, coalesce(extract(epoch from max(sent_at - due_at)), 0)::float8 as seconds
       from notices where kind = 'reminder-1' and state = 'sent'`,
  );
  return row ?? { sent: 0, seconds: 0 };
}

/** Before they are due, and twice a second while they leave. */
async function untilAllLeft(lose: () => Promise<unknown>): Promise<number> {
  for (;;) {
    await lose();
    const { sent, seconds } = await lateness();
    if (sent === REMINDERS) return seconds;
    await sleep(500);
  }
}

describe('reminders whose queue is lost, again and again', () => {
  it('all leave in time, on PostgreSQL', async () => {
    await remindersDueAfter(5_000, REMINDERS);
    worker = await startWorker();
    const tables = await test.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'bullmq' and table_type = 'BASE TABLE' and table_name not like '%migration%'`,
    );
    expect(tables.length).toBeGreaterThan(0);
    const queue = tables.map(({ name }) => `bullmq."${name}"`).join(', ');

    const seconds = await untilAllLeft(() => test.owner.query(`truncate ${queue} cascade`));

    process.stdout.write(
      `PostgreSQL: ${REMINDERS} reminders, the last ${seconds.toFixed(1)} s after its time\n`,
    );
    expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS);
    expect(test.mailbox.mails).toHaveLength(REMINDERS);
  });

  onEveryQueue('all leave in time, on Redis', async () => {
    const server = await startRedis();
    const redis = new Redis(server.url);
    await remindersDueAfter(5_000, REMINDERS);
    worker = await startWorker({ REDIS_URL: server.url });

    const seconds = await untilAllLeft(() => redis.flushall());

    process.stdout.write(`Redis: ${REMINDERS} reminders, the last ${seconds.toFixed(1)} s after its time\n`);
    await worker.kill();
    await redis.quit();
    await server.stop();
    expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS);
    expect(test.mailbox.mails).toHaveLength(REMINDERS);
  });
});

describe('a worker whose clock is 25 hours ahead', () => {
  const CLOCK = { NODE_OPTIONS: SHIFTED, CLOCK_SHIFT_MS: String(25 * HOUR_MS) };

  it('does not start, and says why', async () => {
    const outcome: unknown = await startWorker(CLOCK).catch((error: unknown) => error);

    expect(outcome).toBeInstanceOf(ProductEnded);
    expect((outcome as ProductEnded).exitCode).toBe(1);
    expect((outcome as ProductEnded).output).toContain('90000 s away from the database');
  });

  it('since a moment ago sends nothing early', async () => {
    const wrongSince = path.join(mkdtempSync(path.join(tmpdir(), 'clock-')), 'wrong');
    await remindersDueAfter(24 * HOUR_MS, 1);
    worker = await startWorker({ ...CLOCK, CLOCK_SHIFT_WHEN: wrongSince });
    writeFileSync(wrongSince, '');
    await sleep(500);
    const { talkId } = await aBookedTalk(test, world);
    while ((await noticesOf(test, talkId))[0]?.state !== 'sent') await sleep(100);
    await sleep(3_500);

    expect(await lateness()).toEqual({ sent: 0, seconds: 0 });
    expect(test.mailbox.mails).toHaveLength(1);
  });
});
