import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, aVisit, calendar, writtenOut } from '../../../test/support/tariff-cases.js';
import { instantOf, minuteOf } from '../time/instant.js';
import { cancellationCost, costOfChange, type ChangeCost } from './change-cost.js';
import type { PricedVisit } from './priced-visit.js';
import type { TariffRules } from './tariff-rules.js';
import { visitCost } from './visit-cost.js';

/** One hour in full and half of the rest from 24 working hours before; the way too from 4 hours before. */
const rules: TariffRules = {
  prices: { onsite: { kind: 'hourly', hourly: 90_00, minMinutes: 60, stepMinutes: 15 } },
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 50,
  waiting: 'worked',
  travel: { kind: 'flat', amount: 37_50, far: null },
  newVisitAfterMinutes: 30,
  express: null,
  surcharges: [],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'in-time' },
      fullMinutes: 60,
      restPercent: 50,
      flat: false,
      travel: false,
    },
    {
      unless: { kind: 'hours', hours: 4, without: [], exactly: 'in-time' },
      fullMinutes: 60,
      restPercent: 50,
      flat: false,
      travel: true,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};
const terms = { rules, calendar };

/** Tuesday, 1 December 2026, three hours back to back. */
const THREE = ['09:00–10:00', '10:00–11:00', '11:00–12:00'];
const three = aVisit({ talks: THREE });
const LATE = '2026-11-30 12:00';

function change(before: PricedVisit, after: readonly PricedVisit[], when = LATE, other = terms): ChangeCost {
  return costOfChange({ before, after, at: at(when) }, other);
}

describe('what calling off costs at each moment', () => {
  it('is told with the moments up to which it costs less', () => {
    const cost = cancellationCost(aVisit({ talks: ['09:00–11:00'] }), at(LATE), terms);

    expect(writtenOut(cost)).toEqual([
      'cancelled-full 60 min × 90.00 = 90.00',
      'cancelled-part 60 min × 90.00 × 50 % = 45.00',
    ]);
    expect(cost.prices).toEqual([
      { until: at('2026-11-30 09:00'), total: 0 },
      { until: at('2026-12-01 05:00'), total: 135_00 },
      { until: at('2026-12-01 09:00'), total: 172_50 },
    ]);
  });

  it('over a weekend, until the Friday', () => {
    const visit = aVisit({ day: '2026-11-30', talks: ['09:00–10:00'] });

    expect(cancellationCost(visit, at('2026-11-23 09:00'), terms)).toMatchObject({
      total: 0,
      prices: [{ until: at('2026-11-27 09:00'), total: 0 }, {}, {}],
    });
  });

  it('is nothing until the visit begins under a tariff without such rules', () => {
    const cost = cancellationCost(three, at(LATE), { rules: { ...rules, cancellation: [] }, calendar });

    expect(cost).toEqual({ total: 0, lines: [], prices: [{ until: three.talks[0]?.from, total: 0 }] });
  });

  it('is due for each part by its own start when the day has a long gap', () => {
    const apart = aVisit({ talks: ['09:00–10:00', '14:00–15:00'] });

    expect(cancellationCost(apart, at('2026-11-30 10:00'), terms).total).toBe(90_00);
    expect(cancellationCost(apart, at('2026-11-30 14:01'), terms).total).toBe(180_00);
  });
});

describe('one talk of three called off', () => {
  it('costs the difference: an hour at half price, and no way', () => {
    const cost = change(three, [aVisit({ talks: THREE.slice(1) })]);

    expect(writtenOut(cost)).toEqual(['cancelled-part 60 min × 90.00 × 50 % = 45.00']);
  });

  it('costs nothing in time', () => {
    expect(change(three, [aVisit({ talks: THREE.slice(1) })], '2026-11-30 09:00').total).toBe(0);
  });

  it('in the middle costs the same, though the visit falls into two', () => {
    const rest = aVisit({ talks: ['09:00–10:00', '11:00–12:00'] });

    expect(change(three, [rest]).total).toBe(45_00);
    expect(visitCost(rest, terms).total).toBe(195_00 + 60_00);
  });

  it('in the middle costs nothing where the wait is paid', () => {
    const rest = aVisit({ talks: ['09:00–10:00', '11:00–12:00'] });
    const waits = { rules: { ...rules, newVisitAfterMinutes: null }, calendar };

    expect(change(three, [rest], LATE, waits).total).toBe(0);
    expect(visitCost(rest, waits).total).toBe(visitCost(three, waits).total);
  });

  it('within the least time costs nothing', () => {
    const both = aVisit({ talks: ['09:00–09:30', '09:30–10:00'] });

    expect(change(both, [aVisit({ talks: ['09:00–09:30'] })]).total).toBe(0);
  });
});

describe('a visit put off', () => {
  const hour = aVisit({ talks: ['09:00–10:00'] });

  it('to another day costs what calling off costs', () => {
    const nextWeek = aVisit({ day: '2026-12-08', talks: ['09:00–10:00'] });

    expect(change(hour, [nextWeek])).toEqual(cancellationCost(hour, at(LATE), terms));
    expect(change(hour, [nextWeek]).total).toBe(90_00);
  });

  it('by a quarter of an hour costs nothing: the hour is the least that is paid', () => {
    expect(change(hour, [aVisit({ talks: ['09:15–10:15'] })]).total).toBe(0);
  });

  it('to another place at the same time is called off here', () => {
    const elsewhere = aVisit({ talks: ['09:00–10:00'], place: 'Neudorf' });

    expect(change(hour, [elsewhere]).total).toBe(90_00);
    expect(change(hour, [elsewhere], '2026-12-01 05:01').total).toBe(127_50);
  });

  it('is free where the tariff says so, if it stays as long', () => {
    const free = { rules: { ...rules, postponement: 'free' as const }, calendar };
    const nextWeek = aVisit({ day: '2026-12-08', talks: ['09:00–10:00'] });

    expect(change(hour, [nextWeek], LATE, free).total).toBe(0);
    expect(change(three, [nextWeek], LATE, free).total).toBe(180_00);
    expect(change(hour, [], LATE, free).total).toBe(90_00);
  });
});

it('a total is rounded to five Rappen where the tariff says so', () => {
  const prices = { onsite: { kind: 'hourly', hourly: 82_50, minMinutes: 60, stepMinutes: 15 } } as const;
  const coins = { rules: { ...rules, prices, totalStep: 5 as const }, calendar };

  expect(writtenOut(visitCost(aVisit({ talks: ['09:00–10:01'] }), coins))).toEqual([
    'time 75 min × 82.50 = 103.13',
    'travel = 37.50',
    'rounding = 0.02',
  ]);
});

describe('in every case', () => {
  const START = minuteOf(at('2026-12-01 08:00'));
  const visits = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 15, max: 90 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => {
      let minute = START;
      const talks = parts.map(([wait, length]) => {
        const from = minute + wait;
        minute = from + length;
        return { from: instantOf(from), to: instantOf(minute) };
      });
      return { ...aVisit({ talks: [] }), talks };
    });
  const moments = fc.integer({ min: START - 7 * 1440, max: START }).map(instantOf);

  it('giving up talk by talk from the end costs what it costs at once', () => {
    fc.assert(
      fc.property(visits, moments, (visit, moment) => {
        let rest = visit;
        let sum = 0;
        while (rest.talks.length > 0) {
          const less = { ...rest, talks: rest.talks.slice(0, -1) };
          const after = less.talks.length > 0 ? [less] : [];
          sum += costOfChange({ before: rest, after, at: moment }, terms).total;
          rest = less;
        }
        expect(sum).toBe(cancellationCost(visit, moment, terms).total);
      }),
    );
  });

  it('calling off never gets cheaper, and each price holds up to its moment', () => {
    fc.assert(
      fc.property(visits, moments, (visit, moment) => {
        const { total, prices } = cancellationCost(visit, moment, terms);
        const totals = prices.map((price) => price.total);
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
        expect(prices.find(({ until }) => moment <= until)?.total).toBe(total);
      }),
    );
  });
});
