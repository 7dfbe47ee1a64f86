import type { TariffCalendar } from './tariff-calendar.js';
import type { TariffRules } from './tariff-rules.js';

/** By what a visit is priced: the rules of its tariff and the calendar they count by. */
export interface TariffTerms {
  readonly rules: TariffRules;
  readonly calendar: TariffCalendar;
}
