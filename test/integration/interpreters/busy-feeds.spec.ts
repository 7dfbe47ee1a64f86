import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusyFeeds, ReadBusyFeed } from '../../../src/features/interpreters/index.js';
import { BookTalk } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aChoice, TEN } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let calendar = '';
let status = 200;
let url = '';
const server = http.createServer((_, response) => response.writeHead(status).end(calendar));

const calendarWith = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const busy = (from: string, until: string): string =>
  ['BEGIN:VEVENT', `UID:${from}`, `DTSTART:${from}`, `DTEND:${until}`, 'END:VEVENT'].join('\r\n');

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.ics`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await test.close();
});

const feeds = (): BusyFeeds => test.app.get(BusyFeeds, { strict: false });
const reader = (): ReadBusyFeed => test.app.get(ReadBusyFeed, { strict: false });

async function book(): Promise<unknown> {
  const householdId = await aHousehold(test.database, world.officeId);
  const command = { officeId: world.officeId, householdId, choice: aChoice(world), actor: 'staff:1' };
  return test.app.get(BookTalk, { strict: false }).run(command);
}

describe('the busy times of an interpreter’s own calendar', () => {
  it('are in the way of a booking, until the calendar is free again', async () => {
    expect(TEN).toBe('2027-01-25T09:00:00.000Z');
    calendar = calendarWith(busy('20270125T093000Z', '20270125T100000Z'));
    const id = await feeds().add(world.interpreterId, url);
    expect(await reader().nextDue()).toBe(true);
    expect(await reader().nextDue()).toBe(false);

    const refused = JSON.stringify(await book());
    expect(refused).toContain('interpreter-is-not-absent');

    calendar = calendarWith(busy('20270125T120000Z', '20270125T130000Z'));
    await reader().now(id);
    expect(await book()).toMatchObject({ kind: 'booked' });
  });

  it('stay when the calendar cannot be read, and are called stale after a day', async () => {
    const stateOf = async (): Promise<unknown> => (await feeds().of(world.interpreterId))[0];
    status = 500;
    test.clock.moveTo(new Date(test.clock.now().getTime() + 37 * 60_000));
    expect(await reader().nextDue()).toBe(true);
    expect(await stateOf()).toMatchObject({ state: 'fresh', problem: 'status', busyTimes: 1 });

    test.clock.moveTo(new Date(test.clock.now().getTime() + 24 * 3_600_000));
    await reader().nextDue();
    expect(await stateOf()).toMatchObject({ state: 'stale', problem: 'status', busyTimes: 1 });

    status = 200;
    test.clock.moveTo(new Date(test.clock.now().getTime() + 37 * 60_000));
    await reader().nextDue();
    expect(await stateOf()).toMatchObject({ state: 'fresh', problem: null });
  });

  it('are given up when working them out takes too much', async () => {
    calendar = calendarWith(
      [
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART:20200101T080000Z',
        'DURATION:PT1M',
        'RRULE:FREQ=SECONDLY',
        'END:VEVENT',
      ].join('\r\n'),
    );
    test.clock.moveTo(new Date(test.clock.now().getTime() + 37 * 60_000));
    await reader().nextDue();

    expect((await feeds().of(world.interpreterId))[0]).toMatchObject({
      problem: 'too-demanding',
      busyTimes: 1,
    });
  });
});
