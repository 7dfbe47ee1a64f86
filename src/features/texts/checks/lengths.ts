import { sourceOf } from '../../../platform/i18n/catalogue.js';
import { type Check, eachText } from './check.js';

/** A subject is the own words, the German ones and the date (ux.md 3.1). */
const LONGEST_SUBJECT = 55;
const DATE = ' · 03.12.2026';
/** Reminders are sent a week before at the most; two digits are the longest number. */
const LONGEST_COUNT = '14';
/** French and Italian need 34 to 36 (ux.md 3.9). */
const LONGEST_BUTTON = 40;
const SUBJECT = /^emails:.*[.-]subject(-|_|$)/;
const BUTTON = /^emails:button\.|^newcomer:action\.(?!change)|\.submit$/;
/** Short texts differ more, single words are not compared. */
const SHORT = 20;
const SINGLE_WORD = 5;
/** Scripts that write fewer letters for the same words. */
const LETTERS_SAVED: Readonly<Record<string, number>> = { Ethi: 2, Arab: 1.4 };

/** Subjects and buttons fit, and a translation is about as long as its German text. */
export const lengths: Check = {
  id: 'lengths',
  look: (pack) => [
    ...eachText(pack, 'error', (text, key) =>
      SUBJECT.test(key)
        ? tooLongSubject(text, pack.language.code, sourceOf(pack.german, key) ?? '')
        : undefined,
    ),
    ...eachText(pack, 'error', (text, key) =>
      BUTTON.test(key) && text.length > LONGEST_BUTTON
        ? `has ${text.length} characters: a button has at most ${LONGEST_BUTTON}`
        : undefined,
    ),
    ...eachText(pack, 'warning', (text, key) =>
      unlikelyLength(text, sourceOf(pack.german, key) ?? '', LETTERS_SAVED[pack.language.script] ?? 1),
    ),
  ],
};

function tooLongSubject(text: string, language: string, german: string): string | undefined {
  const parts = language === 'de' ? [text] : [text, german];
  const { length } = parts.join(' · ').replaceAll('{{count}}', LONGEST_COUNT) + DATE;
  return length > LONGEST_SUBJECT
    ? `makes a subject of ${length} characters with German and date: at most ${LONGEST_SUBJECT}`
    : undefined;
}

function unlikelyLength(text: string, german: string, lettersSaved: number): string | undefined {
  if (german.length <= SINGLE_WORD) return undefined;
  const ratio = (text.length * lettersSaved) / german.length;
  const longest = german.length <= SHORT ? 3 : 2;
  return ratio > longest || (ratio < 0.5 && german.length > SHORT) || ratio < 0.25
    ? `has ${text.length} characters, the German text ${german.length}: is anything missing or added?`
    : undefined;
}
