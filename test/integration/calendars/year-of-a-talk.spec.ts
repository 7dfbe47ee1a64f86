import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BookTalk, CancelTalk, ConfirmTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { calendarReaders, type ReadEntry } from '../../support/calendars/readers.js';
import { contactOf, contactOfInterpreter } from '../../support/contacts.js';
import { sendLater } from '../../support/notices.js';
import { aChoice } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(120_000);

/** Ten o'clock in Zürich, in winter and in summer time, and the days of both changes of the clock. */
const TIMES = [
  '2027-01-28T09:00:00Z',
  '2027-03-26T09:00:00Z',
  '2027-03-29T08:00:00Z',
  '2027-06-17T08:00:00Z',
  '2027-10-29T08:00:00Z',
  '2027-11-01T09:00:00Z',
] as const;
const AGAIN = '2027-12-16T09:00:00Z';

interface Sent {
  readonly to: 'household' | 'interpreter';
  readonly file: string;
}

describe('a year of one talk, in calendars', () => {
  let test: TestApp;
  let world: SmallWorld;
  let householdId: number;
  const sent: Sent[] = [];

  const useCase = <T>(type: new (...parts: never[]) => T): T => test.app.get(type, { strict: false });
  const weeksBefore = (instant: string, weeks: number): Date =>
    new Date(Date.parse(instant) - weeks * 7 * 86_400_000);

  /** Sends what is due and keeps the calendar files by recipient. */
  const collect = async (addresses: Readonly<Record<Sent['to'], string>>): Promise<void> => {
    test.mailbox.clear();
    await sendLater(test, 2);
    for (const { recipients, parsed } of test.mailbox.mails) {
      const to = recipients.includes(addresses.household) ? 'household' : 'interpreter';
      for (const { content, mimeType } of parsed.attachments) {
        expect(mimeType).toBe('text/calendar');
        sent.push({ to, file: new TextDecoder().decode(content as ArrayBuffer) });
      }
    }
  };

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database, { policies: { noticeHoldSeconds: 0, horizonWeeks: 52 } });
    householdId = await aHousehold(test.database, world.officeId, { letter_language: 'ar' }, { ti: 3 });
    await test.database.query(
      `update persons set first_name = 'Amina', last_name = 'Geheim' where household_id = $1`,
      [householdId],
    );
    await test.database.query(`update interpreters set locale = 'ta' where id = $1`, [world.interpreterId]);
    await live();
  });

  afterAll(() => test.close());

  /** Booked, confirmed, moved five times, cancelled, and booked again. */
  const live = async (): Promise<void> => {
    const addresses = {
      household: (await contactOf(test.database, householdId)).email ?? '',
      interpreter: (await contactOfInterpreter(test.database, world.interpreterId)).email ?? '',
    };
    const { officeId } = world;
    const book = async (startsAt: string): Promise<string> => {
      const choice = aChoice(world, { startsAt });
      const booked = await useCase(BookTalk).run({ officeId, householdId, actor: 'staff:1', choice });
      if (booked.kind !== 'booked') throw new Error(JSON.stringify(booked));
      await collect(addresses);
      const answer = { officeId, talkId: booked.talkId, actor: `household:${householdId}`, revision: 1 };
      await useCase(ConfirmTalk).run(answer);
      await collect(addresses);
      return booked.talkId;
    };
    const talkId = await book(TIMES[0]);
    for (const [index, startsAt] of TIMES.slice(1).entries()) {
      test.clock.moveTo(weeksBefore(TIMES[index] ?? '', 1));
      const version = index + 2;
      const choice = aChoice(world, { startsAt });
      const moved = await useCase(MoveTalk).run({ officeId, talkId, version, actor: 'staff:1', choice });
      if (moved.kind !== 'moved') throw new Error(JSON.stringify(moved));
      await collect(addresses);
    }
    const cancel = { officeId, talkId, version: 7, actor: 'staff:1', by: 'office' } as const;
    const cancelled = await useCase(CancelTalk).run(cancel);
    if (cancelled.kind !== 'cancelled') throw new Error(JSON.stringify(cancelled));
    await collect(addresses);
    await book(AGAIN);
  };

  it('names nobody, and no line is longer than 75 octets', () => {
    for (const { file } of sent) {
      expect(file).not.toMatch(/Amina|Geheim|ATTENDEE/);
      for (const line of file.split(/\r?\n/)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  describe.each(calendarReaders)('read by $name', ({ name, read }) => {
    const readable = read ? it : it.skip;
    const suffix = read ? '' : ` (skipped: ${name} is not on this machine)`;

    readable.each(['household', 'interpreter'] as const)(
      `is one entry of the %s that follows every change, and comes back with the new talk${suffix}`,
      (to) => {
        const entries = sent.filter((each) => each.to === to).flatMap(({ file }) => read!(file));

        expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
        expect(entries.map(({ start }) => start)).toEqual([...TIMES, TIMES[5], AGAIN].map(plusZero));
        expect(entries.map(({ cancelled }) => cancelled)).toEqual([...TIMES.map(() => false), true, false]);
        expect(entries.every(({ method }) => method === 'PUBLISH')).toBe(true);
        expect(
          entries.every((entry, index) => index === 0 || entry.sequence > entries[index - 1]!.sequence),
        ).toBe(true);
        expect(entries.every(lastsMinutes(45))).toBe(true);
      },
    );
  });
});

const plusZero = (instant: string): string => instant.replace('Z', '+00:00');

const lastsMinutes =
  (minutes: number) =>
  ({ start, end }: ReadEntry): boolean =>
    Date.parse(end) - Date.parse(start) === minutes * 60_000;
