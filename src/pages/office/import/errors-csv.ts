import type { ArrivalImport } from '../../../features/arrivals/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { csvOf } from '../../shared/csv.js';

/** The errors of an import as a table for spreadsheets. */
export function errorsCsv({ result }: ArrivalImport, t: Translate): string {
  const head = ['line', 'column', 'value', 'problem'].map((key) => t(`arrivals:page.${key}`));
  const lines = result.errors.map((error) => [
    String(error.line),
    error.column ?? t('arrivals:page.whole-row'),
    error.value ?? '',
    t(`arrivals:error.${error.code}`),
  ]);
  return csvOf([head, ...lines]);
}
