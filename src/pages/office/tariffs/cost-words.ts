import type { ChangePreview } from '../../../features/tariffs/index.js';
import type { DateFormat } from '../../../platform/i18n/date-format.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { CostTableView } from '../../../templates/components/cost-preview.js';

type Cost = Pick<ChangePreview['cost'], 'total' | 'lines'>;
type CostLine = Cost['lines'][number];

/** `CHF 105.00`. */
export function francs(rappen: number, t: Translate): string {
  return t('tariffs:francs', { amount: (rappen / 100).toFixed(2) });
}

/** `01.01.2020` for `2020-01-01`. */
export function numericDay(day: string): string {
  return day.split('-').reverse().join('.');
}

/** `Fr 22.1., 10:00`. */
export function momentWords(instant: string, format: DateFormat): string {
  const date = new Date(instant);
  return `${format.shortDay(date)}, ${format.time(date)}`;
}

/** A computation in words, line by line. */
export function costTable({ lines, total }: Cost, t: Translate): CostTableView {
  return {
    lines: lines.map((line) => ({
      what: nameOf(line, t),
      factors: factorsOf(line, t),
      amount: isOpen(line) ? '?' : francs(line.amount, t),
    })),
    total: francs(total, t),
  };
}

/** Due, without an amount that anybody knows. */
export function isOpen({ what }: CostLine): boolean {
  return what === 'travel-unknown' || what === 'unpriced';
}

function nameOf({ what, surcharge }: CostLine, t: Translate): string {
  const name = t(`tariffs:line.${what}`);
  return surcharge === undefined ? name : `${name} (${t(`tariffs:surcharge.${surcharge}`)})`;
}

/** `60 Min. × CHF 105.00 je Stunde × 50 %`; empty for a flat amount. A hundred per cent goes without saying. */
function factorsOf({ minutes, rate, percent }: CostLine, t: Translate): string {
  const factors = [
    minutes === undefined ? null : t('tariffs:factor.minutes', { minutes }),
    rate === undefined ? null : t('tariffs:factor.rate', { rate: (rate / 100).toFixed(2) }),
    percent === undefined || percent === 100 ? null : t('tariffs:factor.percent', { percent }),
  ];
  return factors.filter((factor) => factor !== null).join(' × ');
}
