import { sourceOf } from '../../platform/i18n/catalogue.js';
import { checkTexts } from './checks/all-checks.js';
import type { CheckedLanguage, Finding } from './checks/check.js';
import type { TextBook } from './text-book.js';
import { translatedSource, packKeys, partOf } from './text-pack.js';
import { type CurrentState, currentState, type TextRecord, type TextState } from './text-state.js';

/** One text as staff read and decide on it. */
export interface TextRow extends CurrentState {
  /** `<namespace>:<key>` */
  readonly key: string;
  readonly german: string;
  readonly english: string;
  /** Undefined as long as nobody has translated it. */
  readonly words: string | undefined;
  readonly record: TextRecord | undefined;
  readonly findings: readonly Finding[];
}

/** How many texts are in which state. */
export type TextCounts = Readonly<Record<TextState, number>>;

/** The texts of one language, in the order of the German ones. */
export function textRows(book: TextBook, language: CheckedLanguage): TextRow[] {
  const own = book.drafts.texts(language.code);
  const english = book.drafts.texts('en');
  const keys = packKeys(book.german, language.code);
  const findings = checkTexts({
    language,
    german: translatedSource(book.german),
    own: new Map([...own].filter(([key]) => keys.includes(key))),
    sourceHashes: new Map(),
  });
  return keys.map((key) => {
    const german = sourceOf(book.german, key) ?? '';
    const words = own.get(key);
    const record = book.record(language.code, key);
    return {
      key,
      german,
      english: sourceOf(english, key) ?? '',
      words,
      record,
      findings: findings.filter((finding) => finding.key === key),
      ...currentState(record, german, words),
    };
  });
}

export function countStates(rows: readonly TextRow[]): TextCounts {
  const count = (state: TextState): number => rows.filter((row) => row.state === state).length;
  return {
    untranslated: count('untranslated'),
    draft: count('draft'),
    reviewed: count('reviewed'),
    approved: count('approved'),
  };
}

/** The rows by part, in the order of the German texts. */
export function textParts(rows: readonly TextRow[]): ReadonlyMap<string, readonly TextRow[]> {
  const parts = new Map<string, TextRow[]>();
  for (const row of rows) parts.set(partOf(row.key), [...(parts.get(partOf(row.key)) ?? []), row]);
  return parts;
}
