import type { Read } from './field.js';

/** C0, DEL, C1, noncharacters, halves of pairs. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n\t]|[\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** Marks that turn the direction of writing, invisible tags, and what is not in any text. */
const HIDDEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
/** Joiners belong between two letters; elsewhere they only hide. */
const LOOSE_JOINER = /(?<!\p{L}\p{M}*)[\u200C\u200D]|[\u200C\u200D](?!\p{L})/u;
const MARK_HEAP = /\p{M}{9,}/u;
/** The Swiss social security number, which the product must not keep. */
const SOCIAL_SECURITY_NUMBER = /(?<!\d)756[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{2}(?!\d)/;

const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });

/**
 * Any cell before it is understood: NFC, trimmed, single blanks, nothing invisible in it.
 * @param most visible characters allowed
 */
export function cleanLine(text: string, most: number): Read<string> {
  const line = text.normalize('NFC').trim();
  if (CONTROL.test(line)) return { error: 'control-characters' };
  // a mark of byte order counts as a blank, and would become one
  if (HIDDEN.test(line)) return { error: 'hidden-characters' };
  return checked(line.replaceAll(/\s+/gu, ' '), most);
}

/** Like {@link cleanLine} for a text of several lines. */
export function cleanLines(text: string, most: number): Read<string> {
  const lines = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return CONTROL_BUT_BREAKS.test(lines) ? { error: 'control-characters' } : checked(lines, most);
}

function checked(text: string, most: number): Read<string> {
  if (isLonger(text, most)) return { error: 'too-long' };
  if (HIDDEN.test(text) || LOOSE_JOINER.test(text)) return { error: 'hidden-characters' };
  if (MARK_HEAP.test(text)) return { error: 'too-many-marks' };
  return SOCIAL_SECURITY_NUMBER.test(text) ? { error: 'social-security-number' } : { value: text };
}

function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > most * 20 || [...segmenter.segment(text)].length > most;
}
