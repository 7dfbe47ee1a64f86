import type { TariffRules } from '../../src/scheduling/tariffs/tariff-rules.js';

/**
 * dolmetschdienst.ch/tarife, 1 January 2021, subsidised. Not said there: how amounts of less than a Rappen are rounded
 * (here: half a Rappen up), whether unused time and surcharges meet, whether two surcharges add up (here: the dearer
 * one), whether a wait is paid (here: like work), whether 24 hours are hours that pass or hours of the clock (here:
 * hours that pass).
 */
export const subsidised: TariffRules = {
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
