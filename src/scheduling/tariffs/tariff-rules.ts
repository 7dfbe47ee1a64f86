import type { WallTime } from '../model.js';
import type { AdvanceNotice } from './advance-notice.js';

/** Whole Rappen; 100 are one franc. */
export type Rappen = number;

/** How an interpreter takes part. */
export type InterpretingMode = 'onsite' | 'phone' | 'video';

/** Time by the hour: at least `minMinutes`, rounded up to `stepMinutes`. */
interface HourlyPrice {
  readonly kind: 'hourly';
  readonly hourly: Rappen;
  readonly minMinutes: number;
  readonly stepMinutes: number;
}

/** A call: a flat price for the first minutes, then by the minute. */
interface CallPrice {
  readonly kind: 'call';
  readonly flat: Rappen;
  readonly includedMinutes: number;
  readonly perMinute: Rappen;
}

export type TimePrice = HourlyPrice | CallPrice;

/** What one journey to the site and back costs. */
export type Travel =
  | {
      readonly kind: 'flat';
      readonly amount: Rappen;
      /** From so many kilometres there and back on, time and ticket are paid instead; null: never. */
      readonly far: { readonly fromKilometres: number; readonly hourly: Rappen } | null;
    }
  | {
      readonly kind: 'zones';
      readonly zones: readonly { readonly places: readonly string[]; readonly amount: Rappen }[];
      /** Places of no zone; null: by agreement, not known here. */
      readonly elsewhere: Rappen | null;
    }
  | { readonly kind: 'hourly'; readonly hourly: Rappen };

/** More for what was ordered late: a flat amount, a percentage of the worked time, or both. */
interface Express {
  readonly unless: AdvanceNotice;
  readonly flat: Rappen;
  readonly percent: number;
}

/** Wall-clock hours of some days, such as Saturday from 17:00; 1 = Monday … 7 = Sunday. */
export interface SurchargeHours {
  readonly days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7 | 'holiday')[];
  readonly from: WallTime;
  readonly until: WallTime;
}

/** More for unusual hours: a percentage of the hour's price or an amount per hour. Of several, the dearest counts. */
export interface Surcharge {
  readonly name: 'evening' | 'night' | 'weekend' | 'sunday-or-holiday';
  readonly hours: readonly SurchargeHours[];
  readonly percent: number;
  readonly hourly: Rappen;
}

/** What is due when a visit is called off without the notice `unless`. */
export interface CancellationStep {
  readonly unless: AdvanceNotice;
  /** So many minutes of the booked time are paid in full … */
  readonly fullMinutes: number;
  /** … and this part of the rest. */
  readonly restPercent: number;
  /** The flat amount per visit is due too. */
  readonly flat: boolean;
  /** The journey is paid too. */
  readonly travel: boolean;
}

/** The rules of one version of a tariff. */
export interface TariffRules {
  /** By mode; a mode that is left out is not offered. */
  readonly prices: Readonly<Partial<Record<InterpretingMode, TimePrice>>>;
  /** Per visit, beside time and travel. */
  readonly visitFlat: Rappen;
  /** Time runs from the agreed start also when the talk begins late. */
  readonly countsFromAgreedStart: boolean;
  /** What booked time costs that was not used. */
  readonly unusedPercent: number;
  /** Whether the wait between two talks of a visit is paid like work or like unused time. */
  readonly waiting: 'worked' | 'unused';
  readonly travel: Travel;
  /** A wait of so many minutes or more makes two visits, each with its journey; null: never. */
  readonly newVisitAfterMinutes: number | null;
  readonly express: Express | null;
  readonly surcharges: readonly Surcharge[];
  /** None: calling off costs nothing. */
  readonly cancellation: readonly CancellationStep[];
  /** A visit put off is paid like one called off, or costs nothing. */
  readonly postponement: 'cancellation' | 'free';
  /** The total is rounded to this: 5 for five-Rappen coins, 1 to leave it. */
  readonly totalStep: 1 | 5;
}
