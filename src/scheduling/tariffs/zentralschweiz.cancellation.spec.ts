import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import { subsidised } from '../../../test/support/zentralschweiz-tariff.js';

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
