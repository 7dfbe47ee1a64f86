import { type Catalogue, sourceOf } from '../../../platform/i18n/catalogue.js';
import type { TextBook } from '../text-book.js';
import { packKeys, partOf } from '../text-pack.js';
import { currentState } from '../text-state.js';

/** Columns of the sheet for translators; `translation` is the one to fill in. */
export const SHEET_COLUMNS = ['key', 'part', 'german', 'english', 'translation', 'state', 'note'] as const;

/** First characters that a spreadsheet takes for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * All texts of a language as a table for spreadsheets: UTF-8 with mark, `;` between cells, every cell quoted.
 * Comes back through {@link readSheet}.
 */
export function writeSheet(book: TextBook, language: string): string {
  const own = book.drafts.texts(language);
  const english = book.drafts.texts('en');
  const rows = packKeys(book.german, language).map((key) => {
    const german = sourceOf(book.german, key) ?? '';
    const { state, stale } = currentState(book.record(language, key), german, own.get(key));
    return [key, partOf(key), german, englishOf(english, key), own.get(key) ?? '', state, stale ?? ''];
  });
  const lines = [SHEET_COLUMNS, ...rows].map((cells) => cells.map(quoted).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function englishOf(english: Catalogue, key: string): string {
  return sourceOf(english, key) ?? '';
}

function quoted(cell: string): string {
  const literal = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return `"${literal.replaceAll('"', '""')}"`;
}
