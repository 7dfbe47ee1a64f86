import { plain } from '../../../platform/text/plain.js';
import type { Read } from './field.js';

const YES = new Set(['ja', 'j', 'x', '1', 'wahr', 'true', 'yes', 'y', 'oui']);
const NO = new Set(['nein', 'n', '0', '-', 'falsch', 'false', 'no', 'non']);

/** Ja or nein; null when empty. */
export function readYesNo(text: string): Read<boolean | null> {
  const wanted = plain(text);
  if (wanted === '') return { value: null };
  if (YES.has(wanted)) return { value: true };
  return NO.has(wanted) ? { value: false } : { error: 'yes-no-unknown' };
}
