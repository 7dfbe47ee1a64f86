import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import type { TariffRules } from './tariff-rules.js';

/**
 * secomprendre.ch, tarifs et conditions, 1 January 2026. Not said on the part we could read: the price of the way by
 * place, what is due when a visit is called off within 24 hours (here, from the page of earlier years: the booked time),
 * what unused time costs (here: nothing), whether urgency and Sunday add up (here: they do). The second price list for
 * urgent calls (45, then 2.50 a minute) is not modelled.
 */
const fribourg: TariffRules = {
  prices: {
    onsite: { kind: 'hourly', hourly: 74_00, minMinutes: 60, stepMinutes: 15 },
    phone: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 },
    video: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 },
  },
  visitFlat: 0,
  countsFromAgreedStart: false,
  unusedPercent: 0,
  waiting: 'worked',
  travel: { kind: 'zones', zones: [], elsewhere: null },
  newVisitAfterMinutes: null,
  express: { unless: { kind: 'hours', hours: 24, without: [], exactly: 'in-time' }, flat: 0, percent: 25 },
  surcharges: [
    {
      name: 'night',
      hours: [
        { days: [1, 2, 3, 4, 5, 6], from: '00:00', until: '06:00' },
        { days: [1, 2, 3, 4, 5, 6], from: '23:00', until: '24:00' },
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
  ],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 24, without: [], exactly: 'in-time' },
      fullMinutes: 0,
      restPercent: 100,
      flat: false,
      travel: false,
    },
    {
      unless: { kind: 'hours', hours: 1.5, without: [], exactly: 'in-time' },
      fullMinutes: 0,
      restPercent: 100,
      flat: false,
      travel: true,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};

const hour = 'time 60 min × 74.00 = 74.00';
const way = 'travel-unknown = 0.00';

describe('se comprendre: 74 an hour in Fribourg and Jura', () => {
  testCases(fribourg, [
    { rule: 'at least one hour', talks: ['09:00–09:30'], sum: [hour, way], total: 74 },
    {
      rule: '85 in Bern',
      rules: { prices: { onsite: { kind: 'hourly', hourly: 85_00, minMinutes: 60, stepMinutes: 15 } } },
      talks: ['09:00–10:00'],
      sum: ['time 60 min × 85.00 = 85.00', way],
      total: 85,
    },
    {
      rule: 'a minute more is the next quarter',
      talks: ['09:00–10:01'],
      sum: ['time 75 min × 74.00 = 92.50', way],
      total: 92.5,
    },
    {
      rule: 'urgent, a quarter more, less than 24 hours before',
      talks: ['09:00–10:00'],
      ordered: '2026-11-30 09:01',
      sum: [hour, 'express 25 % = 18.50', way],
      total: 92.5,
    },
    {
      rule: '24 hours exactly are not urgent',
      talks: ['09:00–10:00'],
      ordered: '2026-11-30 09:00',
      sum: [hour, way],
      total: 74,
    },
    {
      rule: 'half as much more on Sunday',
      day: '2026-12-06',
      talks: ['09:00–10:00'],
      sum: [hour, 'surcharge sunday-or-holiday 60 min × 74.00 × 50 % = 37.00', way],
      total: 111,
    },
    {
      rule: 'and on Easter Monday',
      day: '2026-04-06',
      talks: ['09:00–10:00'],
      sum: [hour, 'surcharge sunday-or-holiday 60 min × 74.00 × 50 % = 37.00', way],
      total: 111,
    },
    {
      rule: 'from Saturday 23:00 to Sunday 1:00: one hour of night, one of Sunday',
      day: '2026-12-05',
      talks: ['23:00–01:00'],
      sum: [
        'time 120 min × 74.00 = 148.00',
        'surcharge night 60 min × 74.00 × 25 % = 18.50',
        'surcharge sunday-or-holiday 60 min × 74.00 × 50 % = 37.00',
        way,
      ],
      total: 203.5,
    },
    {
      rule: 'urgent and on Sunday: both (not said)',
      day: '2026-12-06',
      talks: ['09:00–10:00'],
      ordered: '2026-12-05 12:00',
      sum: [hour, 'surcharge sunday-or-holiday 60 min × 74.00 × 50 % = 37.00', 'express 25 % = 18.50', way],
      total: 129.5,
    },
  ]);
});

describe('se comprendre: by phone and video 40 up to 15 minutes, then 2 a minute', () => {
  testCases(fribourg, [
    {
      rule: '10 minutes',
      mode: 'phone',
      talks: ['09:00–09:10'],
      sum: ['call 15 min = 40.00'],
      total: 40,
    },
    {
      rule: '15 minutes exactly',
      mode: 'phone',
      talks: ['09:00–09:15'],
      sum: ['call 15 min = 40.00'],
      total: 40,
    },
    {
      rule: '16 minutes: 40 + 1 × 2',
      mode: 'phone',
      talks: ['09:00–09:16'],
      sum: ['call 16 min = 42.00'],
      total: 42,
    },
    {
      rule: '45 minutes by video: 40 + 30 × 2',
      mode: 'video',
      talks: ['09:00–09:45'],
      sum: ['call 45 min = 100.00'],
      total: 100,
    },
    {
      rule: 'nobody there: the flat price (not said)',
      mode: 'phone',
      talks: ['09:00–09:45'],
      worked: [null],
      sum: ['call 15 min = 40.00'],
      total: 40,
    },
  ]);
});

describe('se comprendre: called off', () => {
  testCases(fribourg, [
    { rule: '24 hours exactly', talks: ['09:00–10:00'], cancelled: '2026-11-30 09:00', sum: [], total: 0 },
    {
      rule: 'less than 24 hours',
      talks: ['09:00–10:00'],
      cancelled: '2026-11-30 09:01',
      sum: ['cancelled-part 60 min × 74.00 × 100 % = 74.00'],
      total: 74,
    },
    {
      rule: '1 h 30 exactly: no way',
      talks: ['09:00–10:00'],
      cancelled: '2026-12-01 07:30',
      sum: ['cancelled-part 60 min × 74.00 × 100 % = 74.00'],
      total: 74,
    },
    {
      rule: 'less than 1 h 30: the way too, by a price that is not published',
      talks: ['09:00–10:00'],
      cancelled: '2026-12-01 07:31',
      sum: ['cancelled-part 60 min × 74.00 × 100 % = 74.00', way],
      total: 74,
    },
    {
      rule: 'a call of 45 minutes (not said): its whole price',
      mode: 'phone',
      talks: ['09:00–09:45'],
      cancelled: '2026-12-01 07:00',
      sum: ['cancelled-part 45 min × 100 % = 100.00'],
      total: 100,
    },
  ]);
});
