import type { Tariff, TariffRules } from '../../scheduling/index.js';
import { TariffRulesSchema } from './tariff-schema.js';

/** What interpreters of a tariff are paid from a day on, until the next version or until it ends. */
export interface TariffVersion {
  readonly code: string;
  /** After its rule, in the words of the office. */
  readonly name: string;
  /** Local date `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The last day; null: until the next version. */
  readonly validUntil: string | null;
  /** Where its rules are published; may be empty. */
  readonly source: string;
  readonly rules: TariffRules;
}

/** A version as it is stored; `rules` is null for one that only has prices. */
export type TariffRow = Omit<TariffVersion, 'rules'> & {
  readonly rules: unknown;
  readonly onsite: Tariff | null;
  readonly remote: Tariff | null;
  readonly travel: number;
};

/** Throws a ZodError when the stored rules are none: then the table was written past the program. */
export function versionOf({ rules, onsite, remote, travel, ...version }: TariffRow): TariffVersion {
  return {
    ...version,
    rules: rules === null ? plainRules({ onsite, remote, travel }) : TariffRulesSchema.parse(rules),
  };
}

/** Prices of time and way, and nothing else: calling off is free. */
function plainRules({
  onsite,
  remote,
  travel,
}: Pick<TariffRow, 'onsite' | 'remote' | 'travel'>): TariffRules {
  return {
    prices: {
      ...(onsite && { onsite: { kind: 'hourly', ...onsite } }),
      ...(remote && { phone: { kind: 'hourly', ...remote }, video: { kind: 'hourly', ...remote } }),
    },
    visitFlat: 0,
    countsFromAgreedStart: true,
    unusedPercent: 100,
    waiting: 'worked',
    travel: { kind: 'flat', amount: travel, far: null },
    newVisitAfterMinutes: null,
    express: null,
    surcharges: [],
    cancellation: [],
    postponement: 'free',
    totalStep: 1,
  };
}
