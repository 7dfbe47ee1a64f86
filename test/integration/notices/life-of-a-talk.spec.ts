import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ICAL from 'ical.js';
import { NoticeQueries } from '../../../src/features/notices/index.js';
import { BookTalk, CancelTalk, ConfirmTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { contactOf, contactOfInterpreter } from '../../support/contacts.js';
import { sendLater } from '../../support/notices.js';
import { aChoice, after } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('the life of a talk, in mails', () => {
  let test: TestApp;
  let world: SmallWorld;
  let householdId: number;
  let person: string;
  let interpreter: string;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    householdId = await aHousehold(test.database, world.officeId, { letter_language: 'ar' }, { ti: 3 });
    person = (await contactOf(test.database, householdId)).email ?? '';
    interpreter = (await contactOfInterpreter(test.database, world.interpreterId)).email ?? '';
  });

  afterAll(() => test.close());

  const useCase = <T>(type: new (...parts: never[]) => T): T => test.app.get(type, { strict: false });
  /** Subjects that arrived since the last look, by recipient. */
  const news = async (): Promise<{ household: string[]; interpreter: string[] }> => {
    test.mailbox.clear();
    await sendLater(test, 2);
    const to = (address: string): string[] =>
      test.mailbox.mails
        .filter(({ recipients }) => recipients.includes(address))
        .map(({ parsed }) => parsed.subject ?? '');
    return { household: to(person), interpreter: to(interpreter) };
  };
  const sequence = (): number => {
    const file = test.mailbox.mails.flatMap(({ parsed }) => parsed.attachments)[0]!;
    const text = new TextDecoder().decode(file.content as ArrayBuffer);
    return Number(
      ICAL.Component.fromString(text).getFirstSubcomponent('vevent')!.getFirstPropertyValue('sequence'),
    );
  };

  it('tells both parties of every step once, in their language', async () => {
    const { officeId } = world;
    const booked = await useCase(BookTalk).run({
      officeId,
      householdId,
      actor: 'staff:1',
      choice: aChoice(world),
    });
    if (booked.kind !== 'booked') throw new Error(booked.kind);
    const { talkId } = booked;
    expect(await news()).toEqual({
      household: ['موعدكم · Ihr Termin · 25.01.2027'],
      interpreter: ['Einsatz · 25.01.2027'],
    });

    await useCase(ConfirmTalk).run({ officeId, talkId, actor: `household:${householdId}`, revision: 1 });
    expect(await news()).toEqual({
      household: ['تم تأكيد موعدكم · Termin bestätigt · 25.01.2027'],
      interpreter: [],
    });
    expect(sequence()).toBe(1);

    const moved = await useCase(MoveTalk).run({
      officeId,
      talkId,
      version: 2,
      actor: 'staff:1',
      choice: aChoice(world, { startsAt: after(24 * 60) }),
    });
    expect(moved.kind).toBe('moved');
    expect(await news()).toEqual({
      household: ['موعد جديد · Neuer Termin · 26.01.2027'],
      interpreter: ['Einsatz verschoben · 26.01.2027'],
    });
    expect(sequence()).toBe(2);

    const cancelled = await useCase(CancelTalk).run({
      officeId,
      talkId,
      version: 3,
      actor: 'staff:1',
      by: 'office',
    });
    expect(cancelled.kind).toBe('cancelled');
    expect(await news()).toEqual({
      household: ['تم إلغاء موعدكم · Termin abgesagt · 26.01.2027'],
      interpreter: ['Einsatz abgesagt · 26.01.2027'],
    });
    expect(sequence()).toBe(3);

    test.clock.moveTo(new Date('2027-01-25T12:00:00Z'));
    expect(await news()).toEqual({ household: [], interpreter: [] });
    const states = (await useCase(NoticeQueries).ofHousehold(officeId, householdId)).map(
      ({ state }) => state,
    );
    expect(new Set(states)).toEqual(new Set(['sent', 'superseded']));
  });
});
