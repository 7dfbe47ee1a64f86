import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import type { TariffRules } from './tariff-rules.js';

/**
 * procom.ch, tariffs on site. Not said there: a step of rounding after the first hour (here: by the minute). The wait
 * at 53 an hour, meals, preparation and the half more for a recording are not modelled.
 */
const procom: TariffRules = {
  prices: { onsite: { kind: 'hourly', hourly: 152_00, minMinutes: 60, stepMinutes: 1 } },
  visitFlat: 37_00,
  countsFromAgreedStart: true,
  unusedPercent: 100,
  waiting: 'worked',
  travel: { kind: 'hourly', hourly: 53_00 },
  newVisitAfterMinutes: null,
  express: null,
  surcharges: [
    {
      name: 'weekend',
      hours: [{ days: [6, 7], from: '00:00', until: '24:00' }],
      percent: 0,
      hourly: 12_00,
    },
    {
      name: 'night',
      hours: [
        { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '06:00' },
        { days: [1, 2, 3, 4, 5, 6, 7], from: '23:00', until: '24:00' },
      ],
      percent: 0,
      hourly: 105_00,
    },
  ],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 72, without: ['weekends'], exactly: 'in-time' },
      fullMinutes: 0,
      restPercent: 100,
      flat: true,
      travel: true,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};

const hour = 'time 60 min × 152.00 = 152.00';
const flat = 'visit-flat = 37.00';
const way = 'travel-time 40 min × 53.00 = 35.33';
const journey = { kilometres: 30, minutes: 40, ticketRappen: 0 };

describe('PROCOM: 152 an hour and 37 per visit', () => {
  testCases(procom, [
    {
      rule: 'at least one hour, the way 53 an hour',
      talks: ['09:00–09:45'],
      journey,
      sum: [hour, flat, way],
      total: 224.33,
    },
    {
      rule: 'one minute over the hour',
      talks: ['09:00–10:01'],
      journey,
      sum: ['time 61 min × 152.00 = 154.53', flat, way],
      total: 226.86,
    },
    {
      rule: '12 an hour more at the weekend',
      day: '2026-12-05',
      talks: ['09:00–10:00'],
      journey,
      sum: [hour, 'surcharge weekend 60 min × 12.00 = 12.00', flat, way],
      total: 236.33,
    },
    {
      rule: '105 an hour more from 23:00',
      talks: ['22:30–23:30'],
      journey,
      sum: [hour, 'surcharge night 30 min × 105.00 = 52.50', flat, way],
      total: 276.83,
    },
    {
      rule: 'there in vain: all that was confirmed',
      talks: ['09:00–11:00'],
      worked: [null],
      journey,
      sum: [hour, 'unused 60 min × 152.00 × 100 % = 152.00', flat, way],
      total: 376.33,
    },
  ]);
});

describe('PROCOM: called off less than 72 hours before, Saturday and Sunday not counted, all that was confirmed', () => {
  const all = [
    'cancelled-part 60 min × 152.00 × 100 % = 152.00',
    'cancelled-flat = 37.00',
    'cancelled-travel 40 min × 53.00 = 35.33',
  ];

  testCases(procom, [
    {
      rule: '72 hours exactly, Tuesday to Friday',
      day: '2026-12-04',
      talks: ['10:00–11:00'],
      cancelled: '2026-12-01 10:00',
      journey,
      sum: [],
      total: 0,
    },
    {
      rule: 'a minute less',
      day: '2026-12-04',
      talks: ['10:00–11:00'],
      cancelled: '2026-12-01 10:01',
      journey,
      sum: all,
      total: 224.33,
    },
    {
      rule: 'Thursday 10:00 for Tuesday 10:00: 14 h + 24 h + 24 h + 10 h',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-26 10:00',
      journey,
      sum: [],
      total: 0,
    },
    {
      rule: 'Thursday 10:01 for Tuesday 10:00',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-26 10:01',
      journey,
      sum: all,
      total: 224.33,
    },
    {
      rule: 'Friday 10:00 for Monday 10:00: 24 hours',
      day: '2026-11-30',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-27 10:00',
      journey,
      sum: all,
      total: 224.33,
    },
    {
      rule: 'holidays count: Thursday 10:00 before Easter for Tuesday after it, 14 h + 24 h + 24 h + 10 h',
      day: '2026-04-07',
      talks: ['10:00–11:00'],
      cancelled: '2026-04-02 10:00',
      journey,
      sum: [],
      total: 0,
    },
    {
      // published: of cancellations that arrive on Thursday or Friday; for those of Wednesday it is silent
      rule: 'Wednesday 11:00 for Monday 10:00: 71 hours when weekends never count',
      day: '2026-11-30',
      talks: ['10:00–11:00'],
      cancelled: '2026-11-25 11:00',
      journey,
      sum: all,
      total: 224.33,
    },
  ]);
});
