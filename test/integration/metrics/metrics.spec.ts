import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productMetrics } from '../../../src/features/metrics/product-metrics.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database, { slug: 'alpha' });
});
afterAll(() => test.close());

const metrics = async (): Promise<string> => (await fetch(`${test.url}/metrics`)).text();

/** The value of a line such as `name{office="alpha"} 3`. */
async function valueOf(series: string): Promise<number | undefined> {
  const line = (await metrics()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

describe('the metrics', () => {
  it('count mails that are due and have not left, and say how late the oldest is', async () => {
    await aBookedTalk(test, world);
    expect(await valueOf('welcome_talks_notices_due{office="alpha"}')).toBe(0);

    test.clock.moveTo(new Date(test.clock.now().getTime() + 10 * 60_000));

    expect(await valueOf('welcome_talks_notices_due{office="alpha"}')).toBe(1);
    // one minute in which a message can be taken back
    expect(await valueOf('welcome_talks_outbox_lag_seconds{office="alpha"}')).toBeCloseTo(540, -1);
    expect(await valueOf('welcome_talks_bookings_last_hour{office="alpha"}')).toBe(1);
  });

  it('count bounces by the language of the text, without the older ones', async () => {
    const { talkId } = await aBookedTalk(test, world, {}, { languages: { ar: 3 } });
    const bounce = (created: Date): Promise<unknown> =>
      test.database.query(
        `update notices set state = 'bounced', created_at = $2 where talk_id = $1 and kind = 'invitation'`,
        [talkId, created],
      );
    const series = 'welcome_talks_bounces{office="alpha",language="ar"}';

    await bounce(test.clock.now());
    expect(await valueOf(series)).toBe(1);
    await bounce(new Date(test.clock.now().getTime() - 31 * 86_400_000));
    expect(await valueOf(series)).toBeUndefined();
  });

  it('count open offers whose deadline has passed', async () => {
    const ask = (answerBy: number): Promise<unknown> =>
      test.database.query(
        `insert into offers (office_id, interpreter_id, tier, interpreter_mode, asked_at, answer_by)
         values ($1, $2, 1, 'onsite', $3, $4)`,
        [world.officeId, world.interpreterId, test.clock.now(), new Date(answerBy)],
      );
    await ask(test.clock.now().getTime() - 1000);
    await ask(test.clock.now().getTime() + 60_000);

    expect(await valueOf('welcome_talks_offers_overdue{office="alpha"}')).toBe(1);
  });

  it('tell time and gap of the last matching run', async () => {
    const run = (minute: number, seconds: number): Promise<unknown> =>
      test.database.query(
        `insert into plans (office_id, state, weeks, work, created_by, created_at, finished_at, cost, bound)
         values ($1, 'ready', 8, 1, 'staff:1', $2, $3, '{"total": 1000}', '{"total": 900}')`,
        [
          world.officeId,
          new Date(test.clock.now().getTime() + minute * 60_000),
          new Date(test.clock.now().getTime() + minute * 60_000 + seconds * 1000),
        ],
      );
    await run(1, 99);
    await run(2, 12);

    expect(await valueOf('welcome_talks_matching_seconds{office="alpha"}')).toBe(12);
    expect(await valueOf('welcome_talks_matching_gap_ratio{office="alpha"}')).toBeCloseTo(0.1);
  });

  it('see jobs that wait and leave out what cannot be read', async () => {
    expect(await valueOf('welcome_talks_queue_waiting{queue="notices"}')).toBe(0);
    await test.owner.query('alter table offers rename to hidden');
    const without = await metrics();
    await test.owner.query('alter table hidden rename to offers');

    expect(without).not.toContain('welcome_talks_offers_overdue{');
    expect(without).toContain('welcome_talks_notices_due{');
    expect(without).toContain('welcome_talks_database_up 1');
    expect(without).toContain('process_resident_memory_bytes');
  });

  it('know requests by the pattern of their address: no id, no token, no series for wrong addresses', async () => {
    await fetch(`${test.url}/t/secret-token-1`);
    await fetch(`${test.url}/office/talks/11111111-2222-3333-4444-555555555555`, { redirect: 'manual' });
    await fetch(`${test.url}/wp-login-secret.php`);

    const text = await metrics();
    expect(text).toContain('route="/t/:token"');
    expect(text).toMatch(/route="other",status="404"/);
    expect(text).not.toMatch(/secret|11111111/);
  });

  it('exist only for this machine', async () => {
    const answer = await fetch(`${test.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });

    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('welcome_talks');
  });

  it('are read from indexes: no statement walks through talks, notices or offers', async () => {
    const plans = await test.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const found: string[] = [];
      for (const { sql } of productMetrics) {
        const rows = await tx.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, [0]);
        found.push(...rows.map((row) => row['QUERY PLAN']));
      }
      return found;
    });

    expect(plans.filter((line) => /Seq Scan on (talks|notices|households|offers)\b/.test(line))).toEqual([]);
  });
});

describe('a request', () => {
  it('is answered with its id, a new one unless a proxy gave a plain one', async () => {
    const idOf = async (given?: string): Promise<string | null> => {
      const headers: Record<string, string> = given === undefined ? {} : { 'x-request-id': given };
      return (await fetch(`${test.url}/health/live`, { headers })).headers.get('x-request-id');
    };

    expect(await idOf('proxy-0001')).toBe('proxy-0001');
    expect(await idOf('bad id <script>')).toMatch(/^[\da-f-]{36}$/);
    expect(await idOf()).not.toBe(await idOf());
  });
});
