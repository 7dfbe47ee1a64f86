import { describe, expect, it } from '@jest/globals';
import type { TariffSettings } from '../../../../../features/settings/index.js';
import type { SettingsWorld } from '../../settings-world.js';
import { nextVersion, tariffForm } from './tariff.form.js';

const world = {
  context: { t: (key: string) => key, bcp47: 'de-CH' },
  tariffs: [],
} as unknown as SettingsWorld;

/** Every kind of rule that a version can have. */
const full: TariffSettings = {
  code: 'voll',
  name: 'Alles',
  validFrom: '2027-01-01',
  validUntil: '2027-12-31',
  source: 'Vertrag vom 1.12.2026',
  rules: {
    prices: {
      onsite: { kind: 'hourly', hourly: 105_50, minMinutes: 60, stepMinutes: 15 },
      phone: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_05 },
    },
    travel: { kind: 'flat', amount: 37_50, far: { fromKilometres: 100, hourly: 60_00 } },
    visitFlat: 20_00,
    countsFromAgreedStart: false,
    unusedPercent: 50,
    waiting: 'unused',
    newVisitAfterMinutes: 30,
    postponement: 'free',
    totalStep: 5,
    cancellation: [
      {
        unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'late' },
        fullMinutes: 60,
        restPercent: 50,
        flat: false,
        travel: true,
      },
      {
        unless: { kind: 'working-days', days: 2, until: '12:00' },
        fullMinutes: 0,
        restPercent: 100,
        flat: true,
        travel: false,
      },
    ],
    express: { unless: { kind: 'never' }, flat: 40_00, percent: 50 },
    surcharges: [
      {
        name: 'night',
        hours: [
          { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '06:00' },
          { days: [1, 2, 3, 4, 5, 6, 7], from: '23:00', until: '24:00' },
        ],
        percent: 25,
        hourly: 0,
      },
      {
        name: 'sunday-or-holiday',
        hours: [{ days: [7, 'holiday'], from: '00:00', until: '24:00' }],
        percent: 0,
        hourly: 12_00,
      },
    ],
  },
};

const errorsIn = (entries: Readonly<Record<string, string>>): string[] => {
  const reading = tariffForm.read(entries, world);
  return reading.kind === 'wrong' ? reading.errors.map(({ field, text }) => `${field} ${text}`) : [];
};

describe('the form of a tariff', () => {
  it.each([
    ['every rule', full.rules],
    [
      'zones with an open amount',
      {
        ...full.rules,
        travel: {
          kind: 'zones',
          zones: [{ places: ['Liestal', 'Pratteln'], amount: 25_00 }],
          elsewhere: null,
        },
      },
    ],
    ['travelling time', { ...full.rules, travel: { kind: 'hourly', hourly: 60_00 }, express: null }],
    ['nothing but a price', { ...full.rules, surcharges: [], cancellation: [], newVisitAfterMinutes: null }],
  ] as const)('gives back %s as it was filled in', (_, rules) => {
    const version = { ...full, rules } as TariffSettings;

    expect(tariffForm.read(tariffForm.entriesOf(version, world), world)).toEqual({
      kind: 'read',
      values: version,
    });
  });

  it('shows every rule in a field', () => {
    const entries = tariffForm.entriesOf(full, world);
    const shown = tariffForm.groups(entries, world).flatMap(({ fields }) => fields.map(({ name }) => name));

    expect(shown.sort()).toEqual(Object.keys(entries).sort());
  });

  it('names no amount for a new tariff, and asks for it', () => {
    expect(errorsIn(tariffForm.entriesOf(null, world))).toEqual([
      'name settings:error.missing',
      'validFrom validation:day',
      'onsite-hourly tariffs:error.francs',
      'amount tariffs:error.francs',
    ]);
  });

  it.each([
    ['onsite-hourly', 'gratis', 'tariffs:error.francs'],
    ['onsite-step', '0', 'settings:error.number-range'],
    ['phone-minute', '0', 'tariffs:error.francs'],
    ['unusedPercent', '101', 'settings:error.number-range'],
    ['cancel-2-until', 'mittags', 'validation:time'],
    ['night-1', 'nachts', 'settings:error.hours'],
    ['night-percent', '0', 'tariffs:error.nothing-due'],
    ['validUntil', '2026-12-31', 'settings:error.day-order'],
    ['waiting', 'vielleicht', 'validation:choice'],
  ])('says at %s that «%s» does not do', (field, typed, why) => {
    expect(errorsIn({ ...tariffForm.entriesOf(full, world), [field]: typed })).toEqual([`${field} ${why}`]);
  });

  it('begins the next version with the same rules and without a day', () => {
    const entries = nextVersion(tariffForm.entriesOf(full, world));

    expect(errorsIn(entries)).toEqual(['validFrom validation:day']);
    expect(tariffForm.read({ ...entries, validFrom: '2028-01-01' }, world)).toEqual({
      kind: 'read',
      values: { ...full, validFrom: '2028-01-01', validUntil: null },
    });
  });
});
