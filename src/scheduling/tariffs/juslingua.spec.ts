import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import type { TariffRules } from './tariff-rules.js';

/**
 * juslingua.ch/preise. Its surcharges (also on the way), the hour that a journey counts at least and the 75 % for long
 * orders are not modelled.
 */
const juslingua: TariffRules = {
  prices: { onsite: { kind: 'hourly', hourly: 150_00, minMinutes: 60, stepMinutes: 15 } },
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 100,
  waiting: 'worked',
  travel: { kind: 'hourly', hourly: 120_00 },
  newVisitAfterMinutes: null,
  express: null,
  surcharges: [],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 48, without: ['weekends', 'holidays'], exactly: 'late' },
      fullMinutes: 0,
      restPercent: 100,
      flat: false,
      travel: false,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};

const hour = 'time 60 min × 150.00 = 150.00';
const journey = { kilometres: 80, minutes: 90, ticketRappen: 0 };

describe('juslingua: 150 an hour, the way 120 an hour', () => {
  testCases(juslingua, [
    {
      rule: 'one hour and 90 minutes of way',
      talks: ['09:00–10:00'],
      journey,
      sum: [hour, 'travel-time 90 min × 120.00 = 180.00'],
      total: 330,
    },
    {
      rule: 'a way that nobody has entered',
      talks: ['09:00–10:00'],
      sum: [hour, 'travel-unknown = 0.00'],
      total: 150,
    },
    {
      rule: 'booked time is owed time',
      talks: ['09:00–11:00'],
      worked: ['09:00–10:00'],
      journey,
      sum: [hour, 'unused 60 min × 150.00 × 100 % = 150.00', 'travel-time 90 min × 120.00 = 180.00'],
      total: 480,
    },
    {
      rule: 'it counts from the booked start',
      talks: ['09:00–10:00'],
      worked: ['09:30–10:30'],
      journey,
      sum: ['time 90 min × 150.00 = 225.00', 'travel-time 90 min × 120.00 = 180.00'],
      total: 405,
    },
  ]);
});

describe('juslingua: called off up to 48 hours before, weekends and holidays not counted, the booked time', () => {
  const owed = 'cancelled-part 60 min × 150.00 × 100 % = 150.00';

  testCases(juslingua, [
    {
      rule: '48 hours exactly, Tuesday to Thursday',
      day: '2026-12-03',
      talks: ['10:00–11:00'],
      cancelled: '2026-12-01 10:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'a minute more',
      day: '2026-12-03',
      talks: ['10:00–11:00'],
      cancelled: '2026-12-01 09:59',
      sum: [],
      total: 0,
    },
    {
      rule: 'Friday 10:00 for Tuesday 10:00: 14 h + 24 h + 10 h',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-27 10:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'Friday 09:59 for Tuesday 10:00',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-27 09:59',
      sum: [],
      total: 0,
    },
    {
      rule: 'on Sunday for Monday: nothing but Monday counts',
      day: '2026-11-30',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-29 12:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'Thursday 10:00 before Easter for Wednesday after it: 14 h + 24 h + 10 h',
      day: '2026-04-08',
      talks: ['10:00–11:00'],
      cancelled: '2026-04-02 10:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'Thursday 09:59 before Easter',
      day: '2026-04-08',
      talks: ['10:00–11:00'],
      cancelled: '2026-04-02 09:59',
      sum: [],
      total: 0,
    },
    {
      rule: 'the short night lies in the weekend and does not matter',
      day: '2026-03-31',
      talks: ['10:00–11:00'],
      cancelled: '2026-03-27 10:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'a holiday on a weekday: Christmas Eve 10:00 for Tuesday, 29 December, 10:00: 14 h + 24 h + 10 h',
      day: '2026-12-29',
      talks: ['10:00–11:00'],
      cancelled: '2026-12-24 10:00',
      sum: [owed],
      total: 150,
    },
    {
      rule: 'two hours',
      talks: ['10:00–12:00'],
      cancelled: '2026-11-30 09:00',
      sum: ['cancelled-part 120 min × 150.00 × 100 % = 300.00'],
      total: 300,
    },
  ]);
});
