import type { ArrivalImport } from '../../../features/arrivals/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** First characters that a spreadsheet takes for a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/** The errors of an import as a table for spreadsheets: UTF-8 with mark, every cell quoted, no formula. */
export function errorsCsv({ result }: ArrivalImport, t: Translate): string {
  const head = ['line', 'column', 'value', 'problem'].map((key) => t(`arrivals:page.${key}`));
  const lines = result.errors.map((error) => [
    String(error.line),
    error.column ?? t('arrivals:page.whole-row'),
    error.value ?? '',
    t(`arrivals:error.${error.code}`),
  ]);
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const literal = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return `"${literal.replaceAll('"', '""')}"`;
}
