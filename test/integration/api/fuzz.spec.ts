import v8 from 'node:v8';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { anApiClient, type ApiClient, type Json } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aHousehold, aSmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

/** `FUZZ=20000` asks so many times, `FUZZ_SEED` asks the same again. */
const RUNS = Number(process.env['FUZZ'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2_147_483_647);

const collectGarbage = ((): (() => void) => {
  v8.setFlagsFromString('--expose-gc');
  return vm.runInNewContext('gc') as () => void;
})();

/** Bytes that are still needed. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** One line on the standard error: a run that fails later can be repeated. */
function tell(facts: object): void {
  process.stderr.write(`fuzz ${JSON.stringify(facts)}\n`);
}

let test: TestApp;
let client: ApiClient;
let paths: Record<string, Record<string, Json>>;
let householdId: number;

beforeAll(async () => {
  test = await startTestApp();
  const { officeId } = await aSmallWorld(test.database);
  householdId = await aHousehold(test.database, officeId);
  client = await anApiClient(test, officeId, 'administrator');
  ({ paths } = await (await fetch(`${test.url}/api/openapi.json`)).json());
});
afterAll(() => test.close());

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '../..',
    "' or 1=1 --",
    '0000-00-00',
    '9999-12-31',
    '-1',
    '1e99',
    'NaN',
  ),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, [], {}),
);

/** Values that fit a schema of the document more often than not. */
function fitting(schema: Json): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  if (schema.nullable) return fc.oneof(fc.constant(null), fitting({ ...schema, nullable: false }));
  if (schema.format === 'date-time') return instants;
  if (schema.format === 'date') return instants.map((instant) => instant.slice(0, 10));
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2_147_483_647 }));
  return fc.oneof(fc.constantFrom('de', 'ti', '1'), fc.string({ unit: 'binary', maxLength: 30 }));
}

const instants = fc
  .date({ min: new Date('2026-06-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 16)}:00Z`);

function somewhatFitting(properties: Record<string, Json>): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      [name, fc.oneof({ weight: 9, arbitrary: fitting(schema) }, { weight: 1, arbitrary: odd })] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function queryOf(operation: Json): fc.Arbitrary<string> {
  const asked = (operation.parameters ?? []).filter((parameter: Json) => parameter.in === 'query');
  const properties = Object.fromEntries(asked.map((parameter: Json) => [parameter.name, parameter.schema]));
  return somewhatFitting(properties).map((query) =>
    new URLSearchParams(
      Object.entries({ ...(properties['household'] ? { household: householdId } : {}), ...query }).map(
        ([name, value]) => [name, String(value)],
      ),
    ).toString(),
  );
}

const inAddress = fc
  .oneof(fc.constantFrom('1', '019b0000-0000-7000-8000-000000000000'), fc.string({ maxLength: 20 }))
  .map((text) => encodeURIComponent(text) || '1');

describe('whatever is sent to the API', () => {
  it('is answered, never with a fault of the server', async () => {
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );
    const runs = operations
      .filter(({ path }) => !path.includes('/imports'))
      .map(({ path, method, operation }) => {
        const schema = operation.requestBody?.content['application/json']?.schema;
        const body = fc.oneof({ weight: 9, arbitrary: somewhatFitting(schema?.properties ?? {}) }, odd);
        const key = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
        return fc.record({
          path: fc.constant(path),
          method: fc.constant(method),
          id: inAddress,
          query: queryOf(operation),
          body,
          key,
        });
      });
    expect(runs.length).toBeGreaterThan(15);
    tell({ seed: SEED, runs: RUNS });

    const statuses = new Map<number, number>();
    let asked = 0;
    let heapBefore = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(...runs), async ({ path, method, id, query, body, key }) => {
        asked += 1;
        // free places may be asked for only so often
        if (asked % 40 === 0) await test.database.query('delete from rate_limits');
        // what is loaded once is loaded by then
        if (asked === Math.ceil(RUNS / 10)) heapBefore = heapInUse();
        const address = `${path.replace('/api/v1/', '').replace(/\{\w+\}/, id)}?${query}`;
        const answer =
          method === 'post'
            ? await client.post(address, body, key === undefined ? {} : { 'idempotency-key': key })
            : await client.get(address);

        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(answer.headers.get('content-type')).toContain('application/problem+json');
          expect(typeof answer.body.code).toBe('string');
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1000 },
    );
    const grownBy = heapInUse() - heapBefore;

    tell({ seed: SEED, requests: asked, statuses: Object.fromEntries(statuses), heapBefore, grownBy });
    expect((await fetch(`${test.url}/health/ready`)).status).toBe(200);
    if (RUNS >= 5000) expect(grownBy).toBeLessThan(heapBefore * 0.2);
  }, 3_600_000);
});
