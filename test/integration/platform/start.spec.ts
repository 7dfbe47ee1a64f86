import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';

describe('the web application', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  it('says that it lives and is ready', async () => {
    expect((await fetch(`${test.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${test.url}/health/ready`)).status).toBe(200);
  });

  it('answers an unknown page in the language of the reader', async () => {
    const answer = await fetch(`${test.url}/nowhere`, { headers: { 'accept-language': 'fr' } });

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Cette page n’existe pas.');
  });

  it('answers an unknown API address with problem details', async () => {
    const answer = await fetch(`${test.url}/api/v1/nowhere`);

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('forbids two overlapping allocations of one resource, whatever the code does', async () => {
    const take = (from: string, to: string): Promise<unknown[]> =>
      test.database.query(
        `insert into allocations (resource_kind, resource_id, during) values (1, 1, tstzrange($1, $2, '[)')) returning id`,
        [from, to],
      );
    await take('2027-01-12T09:00Z', '2027-01-12T10:00Z');

    await expect(take('2027-01-12T09:59Z', '2027-01-12T10:30Z')).rejects.toMatchObject({
      constraint: 'allocations_no_overlap',
    });
    await expect(take('2027-01-12T10:00Z', '2027-01-12T11:00Z')).resolves.toHaveLength(1);
  });
});
