import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import type { TariffRules } from './tariff-rules.js';

/**
 * dolmetschdienst.ch/tarife, 1 January 2021, subsidised. Not said there: how amounts of less than a Rappen are rounded
 * (here: half a Rappen up), whether unused time and surcharges meet, whether two surcharges add up (here: the dearer
 * one), whether a wait is paid (here: like work), whether 24 hours are hours that pass or hours of the clock (here:
 * hours that pass).
 */
const subsidised: TariffRules = {
  prices: { onsite: { kind: 'hourly', hourly: 82_50, minMinutes: 60, stepMinutes: 15 } },
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 50,
  waiting: 'worked',
  travel: {
    kind: 'zones',
    zones: [
      { places: ['Luzern', 'Kriens'], amount: 25_00 },
      { places: ['Sursee'], amount: 27_00 },
      { places: ['Zug'], amount: 30_00 },
    ],
    elsewhere: null,
  },
  newVisitAfterMinutes: null,
  express: { unless: { kind: 'hours', hours: 24, without: [], exactly: 'late' }, flat: 0, percent: 50 },
  surcharges: [
    {
      name: 'night',
      hours: [
        { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '07:00' },
        { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '24:00' },
      ],
      percent: 50,
      hourly: 0,
    },
    {
      name: 'weekend',
      hours: [
        { days: [6], from: '17:00', until: '24:00' },
        { days: [7], from: '00:00', until: '24:00' },
        { days: [1], from: '00:00', until: '07:00' },
      ],
      percent: 50,
      hourly: 0,
    },
  ],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 24, without: [], exactly: 'late' },
      fullMinutes: 60,
      restPercent: 50,
      flat: false,
      travel: false,
    },
    {
      unless: { kind: 'hours', hours: 4, without: [], exactly: 'late' },
      fullMinutes: 60,
      restPercent: 50,
      flat: false,
      travel: true,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};

const hour = 'time 60 min × 82.50 = 82.50';
const way = 'travel = 25.00';

describe('Dolmetschdienst Zentralschweiz: 82.50 an hour', () => {
  testCases(subsidised, [
    { rule: 'one hour in the town', talks: ['09:00–10:00'], sum: [hour, way], total: 107.5 },
    {
      rule: 'not subsidised 107.50',
      rules: { prices: { onsite: { kind: 'hourly', hourly: 107_50, minMinutes: 60, stepMinutes: 15 } } },
      talks: ['09:00–10:00'],
      sum: ['time 60 min × 107.50 = 107.50', way],
      total: 132.5,
    },
    {
      rule: 'a minute more is a quarter; 103.125 is rounded up',
      talks: ['09:00–10:01'],
      sum: ['time 75 min × 82.50 = 103.13', way],
      total: 128.13,
    },
    {
      rule: '27 in the rest of the canton',
      place: 'Sursee',
      talks: ['09:00–10:00'],
      sum: [hour, 'travel = 27.00'],
      total: 109.5,
    },
    {
      rule: '30 in the other cantons',
      place: 'Zug',
      talks: ['09:00–10:00'],
      sum: [hour, 'travel = 30.00'],
      total: 112.5,
    },
    {
      rule: 'elsewhere the way is due, but no price is published',
      place: 'Bern',
      talks: ['09:00–10:00'],
      sum: [hour, 'travel-unknown = 0.00'],
      total: 82.5,
    },
  ]);
});

describe('Dolmetschdienst Zentralschweiz: worked time', () => {
  testCases(subsidised, [
    {
      rule: 'counts from the agreed start also when it begins 20 minutes late: 80 minutes',
      talks: ['09:00–10:00'],
      worked: ['09:20–10:20'],
      sum: ['time 90 min × 82.50 = 123.75', way],
      total: 148.75,
    },
    {
      rule: 'begun before the agreed start it counts from when it began (not said)',
      talks: ['09:00–10:00'],
      worked: ['08:50–10:00'],
      sum: ['time 75 min × 82.50 = 103.13', way],
      total: 128.13,
    },
    {
      rule: 'longer than agreed: the time it took',
      talks: ['09:00–10:00'],
      worked: ['09:00–10:05'],
      sum: ['time 75 min × 82.50 = 103.13', way],
      total: 128.13,
    },
    {
      rule: 'shorter than agreed: the rest at half price',
      talks: ['09:00–11:00'],
      worked: ['09:00–10:10'],
      sum: ['time 75 min × 82.50 = 103.13', 'unused 45 min × 82.50 × 50 % = 30.94', way],
      total: 159.07,
    },
    {
      rule: 'a wait of 31 minutes is paid and needs no second way (not said)',
      talks: ['09:00–09:45', '10:16–11:01'],
      sum: ['time 135 min × 82.50 = 185.63', way],
      total: 210.63,
    },
  ]);
});

describe('Dolmetschdienst Zentralschweiz: express, half as much more up to 24 hours before', () => {
  testCases(subsidised, [
    {
      rule: '24 hours exactly',
      talks: ['09:00–10:00'],
      ordered: '2026-11-30 09:00',
      sum: [hour, 'express 50 % = 41.25', way],
      total: 148.75,
    },
    {
      rule: 'a minute more',
      talks: ['09:00–10:00'],
      ordered: '2026-11-30 08:59',
      sum: [hour, way],
      total: 107.5,
    },
    {
      rule: 'hours of the weekend count: Sunday 09:00 for Monday 08:00',
      day: '2026-11-30',
      talks: ['08:00–09:00'],
      ordered: '2026-11-29 09:00',
      sum: [hour, 'express 50 % = 41.25', way],
      total: 148.75,
    },
  ]);
});

describe('Dolmetschdienst Zentralschweiz: night 22–7 and weekend from Saturday 17:00 to Monday 7:00', () => {
  testCases(subsidised, [
    {
      rule: 'one of two hours at night',
      talks: ['21:00–23:00'],
      sum: ['time 120 min × 82.50 = 165.00', 'surcharge night 60 min × 82.50 × 50 % = 41.25', way],
      total: 231.25,
    },
    {
      rule: 'one of two hours on Saturday after 17:00',
      day: '2026-12-05',
      talks: ['16:00–18:00'],
      sum: ['time 120 min × 82.50 = 165.00', 'surcharge weekend 60 min × 82.50 × 50 % = 41.25', way],
      total: 231.25,
    },
    {
      rule: 'Saturday night counts once (not said)',
      day: '2026-12-05',
      talks: ['22:00–23:00'],
      sum: [hour, 'surcharge night 60 min × 82.50 × 50 % = 41.25', way],
      total: 148.75,
    },
    {
      rule: 'Monday until 7:00: half of the hour',
      day: '2026-11-30',
      talks: ['06:30–07:30'],
      sum: [hour, 'surcharge night 30 min × 82.50 × 50 % = 20.63', way],
      total: 128.13,
    },
    {
      rule: 'the night to winter time from 0 to 4 has five hours',
      day: '2026-10-25',
      talks: ['00:00–04:00'],
      sum: ['time 300 min × 82.50 = 412.50', 'surcharge night 300 min × 82.50 × 50 % = 206.25', way],
      total: 643.75,
    },
    {
      rule: 'the night to summer time from 0 to 4 has three hours',
      day: '2026-03-29',
      talks: ['00:00–04:00'],
      sum: ['time 180 min × 82.50 = 247.50', 'surcharge night 180 min × 82.50 × 50 % = 123.75', way],
      total: 396.25,
    },
  ]);
});

describe('Dolmetschdienst Zentralschweiz: called off', () => {
  const full = 'cancelled-full 60 min × 82.50 = 82.50';
  const half = 'cancelled-part 60 min × 82.50 × 50 % = 41.25';

  testCases(subsidised, [
    {
      rule: '24 hours exactly: one hour in full, the rest half, no way',
      talks: ['09:00–11:00'],
      cancelled: '2026-11-30 09:00',
      sum: [full, half],
      total: 123.75,
    },
    {
      rule: 'a minute more than 24 hours: nothing',
      talks: ['09:00–11:00'],
      cancelled: '2026-11-30 08:59',
      sum: [],
      total: 0,
    },
    {
      rule: 'a minute more than 4 hours: no way',
      talks: ['09:00–11:00'],
      cancelled: '2026-12-01 04:59',
      sum: [full, half],
      total: 123.75,
    },
    {
      rule: '4 hours exactly: the way too',
      talks: ['09:00–11:00'],
      cancelled: '2026-12-01 05:00',
      sum: [full, half, 'cancelled-travel = 25.00'],
      total: 148.75,
    },
    {
      rule: 'three quarters of an hour are the hour that is the least',
      talks: ['09:00–09:45'],
      cancelled: '2026-11-30 12:00',
      sum: [full],
      total: 82.5,
    },
    {
      rule: 'the weekend counts: Saturday 10:00 is more than 24 hours before Monday 09:00',
      day: '2026-11-30',
      talks: ['09:00–10:00'],
      cancelled: '2026-11-28 10:00',
      sum: [],
      total: 0,
    },
    {
      rule: 'before the short night: Saturday 09:00 is 24 hours before Sunday 10:00',
      day: '2026-03-29',
      talks: ['10:00–11:00'],
      cancelled: '2026-03-28 09:00',
      sum: [full],
      total: 82.5,
    },
    {
      rule: 'before the short night: Saturday 08:59',
      day: '2026-03-29',
      talks: ['10:00–11:00'],
      cancelled: '2026-03-28 08:59',
      sum: [],
      total: 0,
    },
    {
      rule: 'before the long night: Saturday 11:00 is 24 hours before Sunday 10:00',
      day: '2026-10-25',
      talks: ['10:00–11:00'],
      cancelled: '2026-10-24 11:00',
      sum: [full],
      total: 82.5,
    },
    {
      rule: 'before the long night: Saturday 10:59',
      day: '2026-10-25',
      talks: ['10:00–11:00'],
      cancelled: '2026-10-24 10:59',
      sum: [],
      total: 0,
    },
  ]);
});
