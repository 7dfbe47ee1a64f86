import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterpreterSessions } from '../../../src/features/interpreters/index.js';
import { anApiClient, type ApiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anInvitedTalk } from '../../support/newcomer.js';
import { anOffice, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let client: ApiClient;
let own: string;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  client = await anApiClient(test, world.officeId);
  own = `interpreters/${world.interpreterId}`;
});
afterAll(() => test.close());

describe('interpreters over the API', () => {
  it('have weekly hours that are replaced whole and joined', async () => {
    const hours = [
      { weekday: 1, from: '08:00', until: '12:00' },
      { weekday: 1, from: '12:00', until: '13:30' },
    ];
    const saved = await client.post(`${own}/availability`, { hours });

    expect([saved.status, saved.body]).toEqual([
      200,
      { hours: [{ weekday: 1, from: '08:00', until: '13:30' }], extraTimes: [] },
    ]);
    expect((await client.get(`${own}/availability`)).body).toEqual(saved.body);
    const wrong = await client.post(`${own}/availability`, {
      hours: [{ weekday: 1, from: '12:00', until: '08:00' }],
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'hours-wrong']);
  });

  it('have absences that name what they hit before they are saved', async () => {
    const { talkId } = await anInvitedTalk(test, world, { startsAt: '2027-02-02T13:00:00Z' });
    const absence = { from: '2027-02-01T23:00:00Z', until: '2027-02-03T23:00:00Z', note: 'Ferien' };
    const refused = await client.post(`${own}/absences`, absence);

    expect([refused.status, refused.body.code, refused.body.talkIds]).toEqual([
      409,
      'absence-affects',
      [talkId],
    ]);
    expect((await client.get(`${own}/absences`)).body.items).toEqual([]);
    const saved = await client.post(`${own}/absences`, { ...absence, seen: [talkId] });
    expect(saved.body.items).toMatchObject([{ note: 'Ferien', from: '2027-02-01T23:00:00.000Z' }]);
    const { id } = saved.body.items[0];
    expect((await client.post(`${own}/absences/remove`, { id })).body.items).toEqual([]);
  });

  it('have busy feeds whose address is not shown again', async () => {
    const added = await client.post(`${own}/busy-feeds`, { address: 'http://127.0.0.1:1/very-secret.ics' });

    expect(added.body.items).toMatchObject([
      { host: '127.0.0.1', state: 'waiting', readAt: null, problem: null },
    ]);
    expect(JSON.stringify(added.body)).not.toContain('very-secret');
    const wrong = await client.post(`${own}/busy-feeds`, { address: 'file:///etc/passwd' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'feed-address-wrong']);
    const { id } = added.body.items[0];
    expect((await client.post(`${own}/busy-feeds/remove`, { id })).body.items).toEqual([]);
  });

  it('are signed out on all devices', async () => {
    await test.app.get(InterpreterSessions, { strict: false }).start(world.interpreterId);

    expect((await client.post(`${own}/sign-out`, {})).body).toEqual({ devices: 1 });
    expect((await client.post(`${own}/sign-out`, {})).body).toEqual({ devices: 0 });
  });

  it('are unknown to an office that does not work with them', async () => {
    const stranger = await anApiClient(test, await anOffice(test.database));

    for (const path of ['availability', 'absences', 'busy-feeds']) {
      const answer = await stranger.get(`${own}/${path}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'interpreter-unknown']);
    }
    expect((await stranger.post(`${own}/sign-out`, {})).status).toBe(404);
  });
});
