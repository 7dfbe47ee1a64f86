import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ResourceQueries } from '../../../src/features/resources/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aRoom, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('the resources of an office', () => {
  let test: TestApp;
  let world: SmallWorld;
  let other: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    other = await aSmallWorld(test.database);
  });

  afterAll(() => test.close());

  const queries = (): ResourceQueries => test.app.get(ResourceQueries, { strict: false });
  const ids = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id);

  it('are its own rooms, caseworkers and interpreters', async () => {
    expect(ids(await queries().rooms(world.officeId))).toEqual([...world.roomIds]);
    expect(ids(await queries().caseworkers(world.officeId)).sort()).toEqual([...world.caseworkerIds].sort());
    expect(await queries().interpreters(world.officeId)).toMatchObject([
      { id: world.interpreterId, languages: ['ti'] },
    ]);
  });

  it('leave out what is no longer in use', async () => {
    const old = await aRoom(test.database, world.siteId, { active: false });

    expect(ids(await queries().rooms(world.officeId))).not.toContain(old);
  });

  it('are blocked by absences and by closing days of the site, in the zone of the office', async () => {
    await test.database.query(
      `insert into site_closings (site_id, day, name) values ($1, '2027-03-28', 'Ostern'), ($1, '2027-04-05', 'Später')`,
      [world.siteId],
    );
    await test.database.query(
      `insert into site_closings (site_id, day, closes_from, closes_until, name)
       values ($1, '2027-03-25', '12:00', '24:00', 'Nachmittag')`,
      [world.siteId],
    );
    await test.database.query(
      `insert into absences (resource_kind, resource_id, during, reason) values
         (2, $1, '[2027-03-20T00:00Z,2027-03-26T00:00Z)', 'Ferien'),
         (3, $2, '[2027-03-23T08:00Z,2027-03-23T10:00Z)', 'fremd')`,
      [world.caseworkerIds[0], other.interpreterId],
    );

    const blocked = await queries().blocked(world.officeId, '2027-03-22', '2027-03-28');
    const times = blocked.map(({ kind, reason, from, until }) => [
      kind,
      reason,
      from.toISOString(),
      until.toISOString(),
    ]);

    // Easter Sunday 2027 is the night of the clock change: the day has 23 hours
    expect(times).toEqual([
      ['caseworker', 'Ferien', '2027-03-20T00:00:00.000Z', '2027-03-26T00:00:00.000Z'],
      ['room', 'Nachmittag', '2027-03-25T11:00:00.000Z', '2027-03-25T23:00:00.000Z'],
      ['room', 'Nachmittag', '2027-03-25T11:00:00.000Z', '2027-03-25T23:00:00.000Z'],
      ['room', 'Ostern', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
      ['room', 'Ostern', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ]);
  });
});
