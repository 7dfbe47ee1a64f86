import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarLinks, type CalendarOwner } from '../../../src/features/links/index.js';
import { BookTalk, CancelTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { calendarReaders, type ReadEntry } from '../../support/calendars/readers.js';
import { aChoice } from '../../support/talks.js';
import { aHousehold, anInterpreter, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('calendar feeds, read over HTTP', () => {
  let test: TestApp;
  let world: SmallWorld;
  let colleague: number;
  let householdId: number;
  let talkId: string;

  const links = (): CalendarLinks => test.app.get(CalendarLinks, { strict: false });
  const [readByOwnLibrary] = calendarReaders;

  /** The entries that a calendar program of this person would show now. */
  const feedOf = async (owner: CalendarOwner): Promise<ReadEntry[]> => {
    const answer = await fetch((await links().addressOf(owner))!);
    return readByOwnLibrary!.read!(await answer.text());
  };
  const interpreter = (id: number): CalendarOwner => ({ kind: 'interpreter', id });
  const caseworker = (id: number | undefined): CalendarOwner => ({ kind: 'caseworker', id: id ?? 0 });
  const move = async (version: number, change: Parameters<typeof aChoice>[1]): Promise<void> => {
    const choice = aChoice(world, change);
    const command = { officeId: world.officeId, talkId, version, actor: 'staff:1', choice };
    const moved = await test.app.get(MoveTalk, { strict: false }).run(command);
    if (moved.kind !== 'moved') throw new Error(JSON.stringify(moved));
  };
  const stateOf = (entries: readonly ReadEntry[]): string[] =>
    entries.map(({ sequence, cancelled }) => `${sequence} ${cancelled ? 'cancelled' : 'confirmed'}`);

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    colleague = await anInterpreter(test.database, world.officeId);
    householdId = await aHousehold(test.database, world.officeId, {}, { ti: 3 });
    const [first, second] = world.caseworkerIds;
    for (const owner of [
      interpreter(world.interpreterId),
      interpreter(colleague),
      caseworker(first),
      caseworker(second),
    ])
      await links().renew(owner);
    const command = { officeId: world.officeId, householdId, actor: 'staff:1', choice: aChoice(world) };
    const booked = await test.app.get(BookTalk, { strict: false }).run(command);
    if (booked.kind !== 'booked') throw new Error(JSON.stringify(booked));
    talkId = booked.talkId;
  });

  afterAll(() => test.close());

  it('show a talk to its interpreter and its caseworker, in entries of their own', async () => {
    const own = await feedOf(interpreter(world.interpreterId));
    const led = await feedOf(caseworker(world.caseworkerIds[0]));

    expect([stateOf(own), stateOf(led)]).toEqual([['1 confirmed'], ['1 confirmed']]);
    expect(own[0]?.uid).not.toBe(led[0]?.uid);
    expect(own[0]?.start).toBe(led[0]?.start);
  });

  it('cancel the entry of whoever gives a talk away, and give it to whoever takes it', async () => {
    await move(1, { interpreterId: colleague });

    expect(stateOf(await feedOf(interpreter(world.interpreterId)))).toEqual(['2 cancelled']);
    expect(stateOf(await feedOf(interpreter(colleague)))).toEqual(['1 confirmed']);
    expect(stateOf(await feedOf(caseworker(world.caseworkerIds[0])))).toEqual(['1 confirmed']);
  });

  it('bring the same entry back to life when the talk comes back', async () => {
    await move(2, {});

    expect(stateOf(await feedOf(interpreter(world.interpreterId)))).toEqual(['3 confirmed']);
    expect(stateOf(await feedOf(interpreter(colleague)))).toEqual(['2 cancelled']);
  });

  it('do the same for caseworkers', async () => {
    const [, second] = world.caseworkerIds;
    await test.database.query('update talks set caseworker_id = $2 where id = $1', [talkId, second]);

    expect(stateOf(await feedOf(caseworker(world.caseworkerIds[0])))).toEqual(['2 cancelled']);
    expect(stateOf(await feedOf(caseworker(second)))).toEqual(['1 confirmed']);
  });

  it('keep a cancelled talk as cancelled', async () => {
    const cancel = { officeId: world.officeId, talkId, version: 3, actor: 'staff:1', by: 'office' } as const;
    expect((await test.app.get(CancelTalk, { strict: false }).run(cancel)).kind).toBe('cancelled');

    expect(stateOf(await feedOf(interpreter(world.interpreterId)))).toEqual(['4 cancelled']);
    expect(stateOf(await feedOf(interpreter(colleague)))).toEqual(['2 cancelled']);
  });

  it('show nothing at an address that was taken back', async () => {
    const owner = caseworker(world.caseworkerIds[0]);
    const address = (await links().addressOf(owner))!;
    await links().revoke(owner);

    expect((await fetch(address)).status).toBe(410);
  });

  it('never carry a change without a higher sequence: the database refuses it', async () => {
    const change = test.database.query(
      `update calendar_entries set starts_at = starts_at + interval '1 hour' where talk_id = $1`,
      [talkId],
    );

    await expect(change).rejects.toThrow('higher sequence');
  });
});
