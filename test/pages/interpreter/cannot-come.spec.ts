import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aSignedInInterpreter } from '../../support/interpreter.js';
import { accept, anAskingWorld, aTalkToInterpret, offers, talkStates } from '../../support/offers.js';
import { aStaffUser, signedIn } from '../../support/office.js';
import { after } from '../../support/talks.js';
import type { SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
  world = await anAskingWorld(test);
});
afterAll(() => test.close());

describe('an interpreter who cannot come', () => {
  it('says so with one button, stays booked, and is work for the office until it has another way', async () => {
    for (const minutes of [0, 60]) await aTalkToInterpret(test, world, { startsAt: after(minutes) });
    for (const { id } of await offers(test)) await accept(test, id);
    const device = await aSignedInInterpreter(test, world.interpreterId);
    expect((await device.get('/interpreter/agenda')).html).toContain('href="/interpreter/cannot-come"');
    const { html } = await device.get('/interpreter/cannot-come');
    expect(html).toContain('10:00–11:45');
    expect(html).toContain('Bis dann gilt Ihre Zusage');
    expect(await htmlFaults(html)).toEqual([]);
    const path = /action="(\/interpreter\/cannot-come\/[^"]+)"/.exec(html)?.[1] ?? '';

    for (let press = 0; press < 2; press += 1)
      expect((await device.post(path)).location).toBe('/interpreter/cannot-come?done=absence-reported');

    expect((await device.get('/interpreter/cannot-come')).html).toContain('Das Amt weiss es');
    expect(await test.database.query('select from absences')).toHaveLength(1);
    expect(await talkStates(test)).toMatchObject([
      { interpreterId: world.interpreterId, interpreterState: 'confirmed' },
      { interpreterId: world.interpreterId, interpreterState: 'confirmed' },
    ]);
    await aStaffUser(test, world.officeId);
    const worklist = await (await signedIn(test)).page('/office/worklist');
    expect(worklist).toContain('2 Gespräche sind betroffen: 25.01.2027');
    expect(worklist).toContain(`/office/interpreters/${world.interpreterId}/drop-out?from=2027-01-25`);
  });

  it('cannot say so of somebody else’s visit', async () => {
    const device = await aSignedInInterpreter(test, world.interpreterId);
    const nobodys = '/interpreter/cannot-come/00000000-0000-7000-8000-000000000000';
    expect((await device.post(nobodys)).location).toBe('/interpreter/cannot-come');
    expect(await test.database.query('select from absences')).toHaveLength(1);
  });
});
