import { describe } from '@jest/globals';
import { testCases } from '../../../test/support/tariff-cases.js';
import type { TariffRules } from './tariff-rules.js';

/**
 * ald-bl.ch/dolmetschdienst (undated). Not said there: from when an hour counts, whether the wait between two talks is
 * paid (here: like booked time that is not used), and until when calling off is free (here: never, read literally).
 */
const member: TariffRules = {
  prices: {
    onsite: { kind: 'hourly', hourly: 90_00, minMinutes: 60, stepMinutes: 15 },
    phone: { kind: 'hourly', hourly: 90_00, minMinutes: 30, stepMinutes: 15 },
  },
  visitFlat: 0,
  countsFromAgreedStart: false,
  unusedPercent: 50,
  waiting: 'unused',
  travel: { kind: 'flat', amount: 37_50, far: { fromKilometres: 100, hourly: 50_00 } },
  newVisitAfterMinutes: 30,
  express: {
    unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'late' },
    flat: 40_00,
    percent: 0,
  },
  surcharges: [],
  cancellation: [{ unless: { kind: 'never' }, fullMinutes: 0, restPercent: 50, flat: false, travel: false }],
  postponement: 'cancellation',
  totalStep: 1,
};

const nonMember: Partial<TariffRules> = {
  prices: { onsite: { kind: 'hourly', hourly: 105_00, minMinutes: 60, stepMinutes: 15 } },
};

describe('ald Baselland: 90 an hour for members', () => {
  const hour = 'time 60 min × 90.00 = 90.00';
  const way = 'travel = 37.50';

  testCases(member, [
    { rule: 'at least one hour', talks: ['09:00–09:45'], sum: [hour, way], total: 127.5 },
    { rule: 'one hour exactly', talks: ['09:00–10:00'], sum: [hour, way], total: 127.5 },
    {
      rule: 'a minute more is the next quarter of an hour',
      talks: ['09:00–10:01'],
      sum: ['time 75 min × 90.00 = 112.50', way],
      total: 150,
    },
    {
      rule: 'a quarter exactly is not rounded',
      talks: ['09:00–10:15'],
      sum: ['time 75 min × 90.00 = 112.50', way],
      total: 150,
    },
    {
      rule: 'just over a quarter',
      talks: ['09:00–10:16'],
      sum: ['time 90 min × 90.00 = 135.00', way],
      total: 172.5,
    },
    {
      rule: '105 for others than members',
      rules: nonMember,
      talks: ['09:00–09:45'],
      sum: ['time 60 min × 105.00 = 105.00', way],
      total: 142.5,
    },
    {
      rule: 'by phone at least half an hour, and no way',
      mode: 'phone',
      talks: ['09:00–09:20'],
      sum: ['time 30 min × 90.00 = 45.00'],
      total: 45,
    },
    {
      rule: 'by phone a minute over half an hour',
      mode: 'phone',
      talks: ['09:00–09:31'],
      sum: ['time 45 min × 90.00 = 67.50'],
      total: 67.5,
    },
  ]);

  describe('booked time that is not used at half price', () => {
    testCases(member, [
      {
        rule: 'two hours booked, 70 minutes used',
        talks: ['09:00–11:00'],
        worked: ['09:00–10:10'],
        sum: ['time 75 min × 90.00 = 112.50', 'unused 45 min × 90.00 × 50 % = 33.75', way],
        total: 183.75,
      },
      {
        rule: 'within the first hour nothing is unused',
        talks: ['09:00–10:00'],
        worked: ['09:00–09:10'],
        sum: [hour, way],
        total: 127.5,
      },
      {
        rule: 'two hours booked, half an hour used',
        talks: ['09:00–11:00'],
        worked: ['09:00–09:30'],
        sum: [hour, 'unused 60 min × 90.00 × 50 % = 45.00', way],
        total: 172.5,
      },
      {
        rule: 'the household did not come: the least time and the rest (not said for this case)',
        talks: ['09:00–11:00'],
        worked: [null],
        sum: [hour, 'unused 60 min × 90.00 × 50 % = 45.00', way],
        total: 172.5,
      },
      {
        rule: 'longer than booked is worked time',
        talks: ['09:00–10:00'],
        worked: ['09:00–10:20'],
        sum: ['time 90 min × 90.00 = 135.00', way],
        total: 172.5,
      },
    ]);
  });

  describe('no second way after a wait of less than 30 minutes', () => {
    testCases(member, [
      {
        rule: 'no wait',
        talks: ['09:00–09:45', '09:45–10:30'],
        sum: ['time 90 min × 90.00 = 135.00', way],
        total: 172.5,
      },
      {
        rule: '29 minutes: 91 minutes used of 120',
        talks: ['09:00–09:45', '10:14–11:00'],
        sum: ['time 105 min × 90.00 = 157.50', 'unused 15 min × 90.00 × 50 % = 11.25', way],
        total: 206.25,
      },
      {
        rule: '30 minutes: two visits',
        talks: ['09:00–09:45', '10:15–11:00'],
        sum: [hour, hour, way, way],
        total: 255,
      },
      {
        rule: '31 minutes: two visits',
        talks: ['09:00–09:45', '10:16–11:00'],
        sum: [hour, hour, way, way],
        total: 255,
      },
    ]);
  });

  describe('express 40 within 24 hours, weekends and holidays not counted', () => {
    const express = 'express = 40.00';

    testCases(member, [
      {
        rule: '24 hours exactly are within',
        talks: ['09:00–10:00'],
        ordered: '2026-11-30 09:00',
        sum: [hour, express, way],
        total: 167.5,
      },
      {
        rule: 'a minute more is not',
        talks: ['09:00–10:00'],
        ordered: '2026-11-30 08:59',
        sum: [hour, way],
        total: 127.5,
      },
      {
        rule: 'Friday 10:00 for Monday 10:00: 14 h + 10 h',
        day: '2026-11-30',
        talks: ['10:00–11:00'],
        ordered: '2026-11-27 10:00',
        sum: [hour, express, way],
        total: 167.5,
      },
      {
        rule: 'Friday 09:59 for Monday 10:00',
        day: '2026-11-30',
        talks: ['10:00–11:00'],
        ordered: '2026-11-27 09:59',
        sum: [hour, way],
        total: 127.5,
      },
      {
        rule: 'Maundy Thursday 10:00 for the Tuesday after Easter 10:00: 14 h + 10 h',
        day: '2026-04-07',
        talks: ['10:00–11:00'],
        ordered: '2026-04-02 10:00',
        sum: [hour, express, way],
        total: 167.5,
      },
      {
        rule: 'Maundy Thursday 09:59 for the Tuesday after Easter 10:00',
        day: '2026-04-07',
        talks: ['10:00–11:00'],
        ordered: '2026-04-02 09:59',
        sum: [hour, way],
        total: 127.5,
      },
    ]);
  });

  describe('from 100 km there and back travelling time at 50 an hour and the ticket', () => {
    const journey = { minutes: 150, ticketRappen: 45_60 };

    testCases(member, [
      {
        rule: '100 km',
        talks: ['09:00–10:00'],
        journey: { ...journey, kilometres: 100 },
        sum: [hour, 'travel-time 150 min × 50.00 = 125.00', 'ticket = 45.60'],
        total: 260.6,
      },
      {
        rule: '99 km: the flat price',
        talks: ['09:00–10:00'],
        journey: { ...journey, kilometres: 99 },
        sum: [hour, way],
        total: 127.5,
      },
    ]);
  });

  describe('called off: booked and not used (no deadline is published)', () => {
    testCases(member, [
      {
        rule: 'two hours, a week before',
        talks: ['09:00–11:00'],
        cancelled: '2026-11-24 09:00',
        sum: ['cancelled-part 120 min × 90.00 × 50 % = 90.00'],
        total: 90,
      },
      {
        rule: 'three quarters of an hour count as the hour that is the least',
        talks: ['09:00–09:45'],
        cancelled: '2026-12-01 08:00',
        sum: ['cancelled-part 60 min × 90.00 × 50 % = 45.00'],
        total: 45,
      },
    ]);
  });
});
