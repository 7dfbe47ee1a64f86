import type { WorkedVisit } from '../../features/interpreters/index.js';
import type { DateFormat } from '../../platform/i18n/date-format.js';
import { languageName } from '../../platform/i18n/language-name.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { csvOf } from './csv.js';

const HEAD = [
  'interpreter',
  'day',
  'place',
  'references',
  'languages',
  'agreed',
  'agreed-minutes',
  'reported',
  'reported-minutes',
  'confirmed',
  'confirmed-minutes',
  'note',
] as const;

/** One month for billing: one line a visit, minutes agreed, said and confirmed. */
export function workedCsv(
  visits: readonly WorkedVisit[],
  { t, format, bcp47 }: { readonly t: Translate; readonly format: DateFormat; readonly bcp47: string },
): string {
  const range = (from: Date | null, until: Date | null): string[] =>
    from && until
      ? [format.timeRange(from, until), String((until.getTime() - from.getTime()) / 60_000)]
      : ['', ''];
  const lines = visits.map((visit) => [
    visit.interpreterName,
    format.numericDate(visit.agreedFrom),
    visit.place,
    visit.references.join(', '),
    visit.languages.map((code) => languageName(code, bcp47)).join(', '),
    ...range(visit.agreedFrom, visit.agreedUntil),
    ...range(visit.reportedFrom, visit.reportedUntil),
    ...range(visit.confirmedFrom, visit.confirmedUntil),
    visit.note,
  ]);
  return csvOf([HEAD.map((key) => t(`worked:column.${key}`)), ...lines]);
}
