import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aVisit, calendar } from '../../../test/support/tariff-cases.js';
import { instantOf, minuteOf } from '../time/instant.js';
import { lastMinuteInTime } from './advance-notice.js';
import type { PricedVisit } from './priced-visit.js';
import type { Surcharge, TariffRules } from './tariff-rules.js';
import { visitCost } from './visit-cost.js';

/** The same answers minute by minute, with the two clock changes of 2026 as numbers instead of a zone database. */
const SUMMER_FROM = minuteOf('2026-03-29T01:00Z');
const SUMMER_TO = minuteOf('2026-10-25T01:00Z');
const HOLIDAYS = ['2026-04-03', '2026-04-05', '2026-04-06', '2026-12-25'];

function clockAt(minute: number): { date: string; weekday: number; ofDay: number } {
  const local = minute + (minute >= SUMMER_FROM && minute < SUMMER_TO ? 120 : 60);
  const date = new Date(local * 60_000);
  return { date: date.toISOString().slice(0, 10), weekday: date.getUTCDay() || 7, ofDay: local % 1440 };
}

/** Days around both clock changes, Easter and Christmas. */
const starts = fc
  .tuple(
    fc.constantFrom('2026-03-27', '2026-04-01', '2026-10-23', '2026-12-23'),
    fc.integer({ min: 0, max: 8 * 1440 }),
  )
  .map(([day, minutes]) => minuteOf(`${day}T00:00Z`) + minutes);

const without = fc.subarray<'weekends' | 'holidays'>(['weekends', 'holidays']);

describe('counted minute by minute', () => {
  it('the last minute in time is the same', () => {
    const notices = fc.record({
      hours: fc.constantFrom(0.5, 1.5, 4, 24, 48, 72),
      without,
      exactly: fc.constantFrom('in-time' as const, 'late' as const),
    });
    fc.assert(
      fc.property(starts, notices, (start, notice) => {
        let missing = notice.hours * 60 + (notice.exactly === 'late' ? 1 : 0);
        let minute = start;
        while (missing > 0) {
          minute -= 1;
          const { date, weekday } = clockAt(minute);
          const isOut =
            (notice.without.includes('weekends') && weekday > 5) ||
            (notice.without.includes('holidays') && HOLIDAYS.includes(date));
          if (!isOut) missing -= 1;
        }
        expect(lastMinuteInTime(start, { kind: 'hours', ...notice }, calendar)).toBe(minute);
      }),
      { numRuns: 300 },
    );
  });

  it('a visit costs the same', () => {
    fc.assert(
      fc.property(visits, tariffs, (visit, rules) => {
        expect(visitCost(visit, { rules, calendar }).total).toBe(independentCost(visit, rules));
      }),
      { numRuns: 500 },
    );
  });
});

const surcharges: readonly Surcharge[] = [
  {
    name: 'night',
    hours: [
      { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '06:00' },
      { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '24:00' },
    ],
    percent: 25,
    hourly: 0,
  },
  {
    name: 'sunday-or-holiday',
    hours: [{ days: [7, 'holiday'], from: '00:00', until: '24:00' }],
    percent: 50,
    hourly: 0,
  },
];

/** 60 an hour: a whole franc a minute, so that no amount needs rounding. */
const tariffs = fc
  .record({
    minMinutes: fc.constantFrom(0, 30, 60),
    stepMinutes: fc.constantFrom(1, 15, 30),
    waiting: fc.constantFrom('worked' as const, 'unused' as const),
    newVisitAfterMinutes: fc.constantFrom(null, 15, 30),
    countsFromAgreedStart: fc.boolean(),
    unusedPercent: fc.constantFrom(0, 50, 100),
  })
  .map(({ minMinutes, stepMinutes, ...change }): TariffRules => ({
    prices: { onsite: { kind: 'hourly', hourly: 60_00, minMinutes, stepMinutes } },
    visitFlat: 0,
    travel: { kind: 'flat', amount: 37_50, far: null },
    express: null,
    surcharges,
    cancellation: [],
    postponement: 'cancellation',
    totalStep: 1,
    ...change,
  }));

/** Up to three talks of one day, each worked as agreed, a little off, or not at all. */
const visits = fc
  .tuple(
    starts,
    fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 45 }),
        length: fc.integer({ min: 20, max: 90 }),
        off: fc.constantFrom(undefined, null, [0, 10], [5, -10], [-5, 0]),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([start, talks]): PricedVisit => {
    let minute = start;
    const placed = talks.map(({ wait, length, off }) => {
      const from = minute + wait;
      minute = from + length;
      const agreed = { from: instantOf(from), to: instantOf(minute) };
      if (off === undefined) return agreed;
      const [early = 0, late = 0] = off ?? [];
      return { ...agreed, worked: off && { from: instantOf(from + early), to: instantOf(minute + late) } };
    });
    return { ...aVisit({ talks: [] }), talks: placed };
  })
  .filter(({ talks }) => {
    const days = talks.map(({ from }) => clockAt(minuteOf(from)).date);
    return new Set(days).size === 1;
  });

type VisitTalk = PricedVisit['talks'][number];

function independentCost({ talks }: PricedVisit, rules: TariffRules): number {
  const groups: VisitTalk[][] = [];
  for (const talk of talks) {
    const last = groups.at(-1)?.at(-1);
    const wait = last ? minuteOf(talk.from) - minuteOf(last.to) : Infinity;
    if (wait < (rules.newVisitAfterMinutes ?? 10_000)) groups.at(-1)?.push(talk);
    else groups.push([talk]);
  }
  return groups.reduce((sum, group) => sum + costOfGroup(group, rules), 0);
}

function costOfGroup(group: readonly VisitTalk[], rules: TariffRules): number {
  const minutes = workedMinutes(group, rules);
  const span = minutes.length === 0 ? 0 : minutes.at(-1)! - minutes[0]! + 1;
  const paid = paidFor(rules.waiting === 'worked' ? span : minutes.length, rules);
  const booked = paidFor(minuteOf(group.at(-1)!.to) - minuteOf(group[0]!.from), rules);
  let rappen = paid * 100 + Math.max(0, booked - paid) * rules.unusedPercent + 37_50;
  const begin = minutes[0] ?? minuteOf(group[0]!.from);
  for (let minute = begin; minute < begin + paid; minute += 1) rappen += moreAt(minute);
  return rappen;
}

function workedMinutes(group: readonly VisitTalk[], { countsFromAgreedStart }: TariffRules): number[] {
  const worked = new Set<number>();
  for (const { from, to, worked: done } of group) {
    const real = done === undefined ? { from, to } : done;
    if (!real) continue;
    const first = minuteOf(real.from);
    const begin = countsFromAgreedStart ? Math.min(first, minuteOf(from)) : first;
    for (let minute = begin; minute < minuteOf(real.to); minute += 1) worked.add(minute);
  }
  return [...worked].sort((a, b) => a - b);
}

function paidFor(minutes: number, { prices: { onsite } }: TariffRules): number {
  if (onsite?.kind !== 'hourly') throw new Error('no price');
  let paid = 0;
  while (paid < minutes) paid += onsite.stepMinutes;
  return paid < onsite.minMinutes ? onsite.minMinutes : paid;
}

/** Rappen more for one minute. */
function moreAt(minute: number): number {
  const { date, weekday, ofDay } = clockAt(minute);
  if (weekday === 7 || HOLIDAYS.includes(date)) return 50;
  return ofDay < 6 * 60 || ofDay >= 22 * 60 ? 25 : 0;
}
