import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../platform/errors/domain-error.js';

const USUAL_DAYS = 56;
const MOST_DAYS = 366;

/** Local dates, both included; what is missing is filled in from today or from the other. Throws `period-too-long`. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): { readonly from: string; readonly to: string } {
  const from = Temporal.PlainDate.from(asked.from ?? earlier(today, asked.to));
  const to = asked.to === undefined ? from.add({ days: USUAL_DAYS }) : Temporal.PlainDate.from(asked.to);
  const { days } = from.until(to, { largestUnit: 'days' });
  if (days < 0 || days > MOST_DAYS) throw new DomainError('period-too-long', 'invalid');
  return { from: from.toString(), to: to.toString() };
}

function earlier(a: string, b: string | undefined): string {
  return b !== undefined && b < a ? b : a;
}
