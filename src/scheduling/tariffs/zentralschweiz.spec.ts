import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import { subsidised } from '../../../test/support/zentralschweiz-tariff.js';

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
