import type { Tx } from '../../platform/database/database.js';
import { addTariffVersion } from '../tariffs/index.js';

type Version = Parameters<typeof addTariffVersion>[2];
type Rules = Version['rules'];

const COMMON: Omit<Rules, 'prices' | 'travel' | 'cancellation'> = {
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 50,
  waiting: 'worked',
  newVisitAfterMinutes: 30,
  express: null,
  surcharges: [],
  postponement: 'cancellation',
  totalStep: 1,
};

/** Half of the booked time within 24 hours, weekends and holidays not counted; calls by the half hour. */
const HALF: Rules = {
  ...COMMON,
  prices: {
    onsite: { kind: 'hourly', hourly: 90_00, minMinutes: 60, stepMinutes: 15 },
    phone: { kind: 'hourly', hourly: 90_00, minMinutes: 30, stepMinutes: 15 },
    video: { kind: 'hourly', hourly: 90_00, minMinutes: 30, stepMinutes: 15 },
  },
  travel: { kind: 'flat', amount: 37_50, far: null },
  express: {
    unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'late' },
    flat: 40_00,
    percent: 0,
  },
  cancellation: [
    {
      unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'late' },
      fullMinutes: 0,
      restPercent: 50,
      flat: false,
      travel: false,
    },
  ],
};

/** The first hour and half of the rest within 24 hours; the way too within 4 hours; more at night and at weekends. */
const FIRST_HOUR: Rules = {
  ...COMMON,
  prices: {
    onsite: { kind: 'hourly', hourly: 82_50, minMinutes: 60, stepMinutes: 15 },
    phone: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 },
    video: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 },
  },
  travel: { kind: 'zones', zones: [{ places: ['Musterstadt'], amount: 25_00 }], elsewhere: 30_00 },
  express: { unless: { kind: 'hours', hours: 24, without: [], exactly: 'late' }, flat: 0, percent: 50 },
  surcharges: [
    {
      name: 'weekend',
      hours: [
        { days: [6], from: '17:00', until: '24:00' },
        { days: [7], from: '00:00', until: '24:00' },
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
};

const since = { validFrom: '2020-01-01', validUntil: null };

const VERSIONS: readonly Version[] = [
  {
    ...since,
    code: 'muster',
    name: 'Beispiel: Ausfall zur Hälfte',
    source: 'Beispiel mit Preisen nach ald-bl.ch/dolmetschdienst; die Frist für Absagen ist angenommen',
    rules: HALF,
  },
  {
    ...since,
    code: 'muster-stunde',
    name: 'Beispiel: erste Stunde ganz, Rest zur Hälfte',
    source: 'Beispiel nach dolmetschdienst.ch/tarife (2021), Anrufe nach secomprendre.ch (2026)',
    rules: FIRST_HOUR,
  },
];

/** The tariffs of the example, named after their rule. */
export async function createTariffs(tx: Tx, officeId: number): Promise<void> {
  for (const version of VERSIONS) await addTariffVersion(tx, officeId, version);
}

/** By which tariff interpreters of a language are paid. */
export function tariffFor(language: string): string {
  return ['fa', 'ku', 'vi'].includes(language) ? 'muster-stunde' : 'muster';
}
