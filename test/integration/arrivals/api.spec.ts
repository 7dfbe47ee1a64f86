import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiTokens } from '../../../src/features/api-tokens/index.js';
import type { Role } from '../../../src/features/staff/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { arrivalsFile } from '../../support/arrivals-file.js';
import { anOffice, blMunicipalities } from '../../support/world.js';

interface Sent {
  readonly status: number;
  readonly location: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they expect
  readonly body: any;
}

// each import starts a thread of its own, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('importing arrivals by the interface for other systems', () => {
  let test: TestApp;
  let officeId: number;

  beforeAll(async () => {
    test = await startTestApp();
    officeId = await anOffice(test.database);
    await blMunicipalities(test.database);
  });

  afterAll(() => test.close());

  const tokenFor = async (role: Role, office = officeId): Promise<string> =>
    (await test.app.get(ApiTokens, { strict: false }).create({ officeId: office, role, name: 'test' })).token;
  const send = async (
    token: string,
    parts: Readonly<Record<string, string | File>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Sent> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) form.set(name, value);
    const answer = await fetch(`${test.url}/api/v1/arrivals/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: form,
    });
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.json() };
  };
  const list = (text = arrivalsFile('2027-01-11')): File => new File([text], 'liste.csv');
  const WRONG = arrivalsFile('2027-01-11').replace('14.03.1991', '31.02.1991');

  it('says with dryRun what would happen, then does it, and the second time changes nothing', async () => {
    const token = await tokenFor('coordinator');

    const dry = await send(token, { file: list(WRONG), dryRun: 'true' });
    const first = await send(token, { file: list(WRONG) });
    const second = await send(token, { file: list(WRONG), dryRun: 'false' });

    expect([dry.status, first.status, second.status]).toEqual([200, 201, 201]);
    expect(dry.body).toMatchObject({
      rows: 40,
      created: 39,
      rejected: 1,
      state: 'previewed',
      encoding: 'utf-8',
    });
    expect(first.body).toMatchObject({ rows: 40, created: 39, updated: 0, unchanged: 0, rejected: 1 });
    expect(second.body).toMatchObject({ created: 0, updated: 0, unchanged: 39, rejected: 1 });
    expect(first.body.errors).toEqual([
      { line: 2, column: 'Geburtsdatum', code: 'date-impossible', message: 'Dieses Datum gibt es nicht.' },
    ]);
  });

  it('answers in the language of the caller, and gives the result again', async () => {
    const token = await tokenFor('coordinator');

    const sent = await send(token, { file: list(WRONG), dryRun: '1' }, { 'accept-language': 'fr' });
    const again = await fetch(`${test.url}${sent.location}`, {
      headers: { authorization: `Bearer ${token}` },
    });

    expect(sent.body.errors[0].message).toBe('Cette date n’existe pas.');
    expect(await again.json()).toMatchObject({ id: sent.body.id, rejected: 1 });
  });

  it.each([
    ['no file', { dryRun: 'true' }, 422, 'arrivals-no-file'],
    ['an unclear dryRun', { file: new File(['x'], 'x.csv'), dryRun: 'vielleicht' }, 422, 'bad-request'],
    ['no list', { file: new File(['a;b\n1;2'], 'x.csv') }, 422, 'arrivals-columns-missing'],
    ['a file in another field', { list: new File(['a;b'], 'x.csv') }, 400, 'bad-request'],
    ['a huge file', { file: new File(['a'.repeat(12_500_000)], 'x.csv') }, 413, 'too-large'],
  ])('refuses %s with a stable code', async (_, parts, status, code) => {
    const answer = await send(await tokenFor('coordinator'), parts);

    expect(answer).toMatchObject({ status, body: { status, code } });
  });

  it('is closed without a token, to roles that do not plan, and to other offices', async () => {
    const mine = await send(await tokenFor('coordinator'), { file: list(), dryRun: 'true' });
    const other = await tokenFor('coordinator', await anOffice(test.database));

    const strange = await fetch(`${test.url}${mine.location}`, {
      headers: { authorization: `Bearer ${other}` },
    });

    expect((await send('nothing', { file: list() })).status).toBe(401);
    expect((await send(await tokenFor('reporting'), { file: list() })).status).toBe(403);
    expect(strange.status).toBe(404);
  });
});
