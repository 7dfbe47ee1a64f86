import type { Database } from '../../src/platform/database/database.js';
import { addTariffVersion } from '../../src/features/tariffs/index.js';

type Version = Parameters<typeof addTariffVersion>[2];

/** 105 an hour, at least one; within 24 hours without weekends and holidays one hour in full and half of the rest. */
export const aTariff: Version = {
  code: 'kosten',
  name: 'Erste Stunde ganz',
  validFrom: '2020-01-01',
  validUntil: null,
  source: 'Test',
  rules: {
    prices: {
      onsite: { kind: 'hourly', hourly: 105_00, minMinutes: 60, stepMinutes: 15 },
      phone: { kind: 'call', flat: 40_00, includedMinutes: 15, perMinute: 2_00 },
    },
    visitFlat: 0,
    countsFromAgreedStart: true,
    unusedPercent: 50,
    waiting: 'worked',
    travel: { kind: 'flat', amount: 37_50, far: null },
    newVisitAfterMinutes: 30,
    express: null,
    surcharges: [],
    cancellation: [
      {
        unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'in-time' },
        fullMinutes: 60,
        restPercent: 50,
        flat: false,
        travel: false,
      },
    ],
    postponement: 'cancellation',
    totalStep: 1,
  },
};

/** Saves a version, and pays an interpreter by it. */
export async function paidBy(
  database: Database,
  interpreterId: number,
  change: Partial<Version> = {},
): Promise<void> {
  const version = { ...aTariff, ...change };
  const [row] = await database.query<{ officeId: number }>(
    'select office_id as "officeId" from office_interpreters where interpreter_id = $1',
    [interpreterId],
  );
  await database.transaction((tx) => addTariffVersion(tx, row?.officeId ?? 0, version));
  await database.query('update interpreters set tariff_code = $2 where id = $1', [
    interpreterId,
    version.code,
  ]);
}
