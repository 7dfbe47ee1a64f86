import { expect, it } from '@jest/globals';
import { matchingTariff } from './matching-tariff.js';
import type { TariffRules } from './tariff-rules.js';

const rules: TariffRules = {
  prices: {
    onsite: { kind: 'hourly', hourly: 90_00, minMinutes: 60, stepMinutes: 15 },
    phone: { kind: 'hourly', hourly: 80_00, minMinutes: 30, stepMinutes: 15 },
    video: { kind: 'hourly', hourly: 85_00, minMinutes: 30, stepMinutes: 15 },
  },
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 50,
  waiting: 'worked',
  travel: { kind: 'flat', amount: 37_50, far: null },
  newVisitAfterMinutes: 30,
  express: null,
  surcharges: [],
  cancellation: [],
  postponement: 'cancellation',
  totalStep: 1,
};

it('the search reckons with the prices of the tariff, by phone where there is one', () => {
  expect(matchingTariff(rules)).toEqual({
    onsite: { hourly: 90_00, minMinutes: 60, stepMinutes: 15 },
    remote: { hourly: 80_00, minMinutes: 30, stepMinutes: 15 },
    travel: 37_50,
  });
});

it('a mode that is not offered has no price', () => {
  expect(matchingTariff({ ...rules, prices: {} })).toMatchObject({ onsite: null, remote: null });
});

it('a call costs its minutes, at least those that its flat price pays for', () => {
  const call = { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 } as const;

  expect(matchingTariff({ ...rules, prices: { video: call } }).remote).toEqual({
    hourly: 120_00,
    minMinutes: 20,
    stepMinutes: 1,
  });
});

it('a journey costs the dearest zone, with the flat price of the visit, and nothing where it is paid by time', () => {
  const zones = [
    { places: ['A'], amount: 25_00 },
    { places: ['B'], amount: 30_00 },
  ];

  expect(matchingTariff({ ...rules, travel: { kind: 'zones', zones, elsewhere: null } }).travel).toBe(30_00);
  expect(matchingTariff({ ...rules, travel: { kind: 'zones', zones, elsewhere: 35_00 } }).travel).toBe(35_00);
  expect(
    matchingTariff({ ...rules, travel: { kind: 'hourly', hourly: 53_00 }, visitFlat: 37_00 }).travel,
  ).toBe(37_00);
});
