import { plain } from '../../../platform/text/plain.js';
import type { Read } from './field.js';

/** By whom a person wants to be spoken to; words that say something else are kept as they are. */
export interface InterpreterWish {
  readonly gender: 'f' | 'm' | null;
  readonly words: string;
}

const FEMALE = new Set([
  'f',
  'w',
  'weiblich',
  'frau',
  'durchfrau',
  'dolmetscherin',
  'nurfrauen',
  'female',
  'femme',
]);
const MALE = new Set(['m', 'mannlich', 'mann', 'durchmann', 'dolmetscher', 'nurmanner', 'male', 'homme']);

/** «Frau», «weiblich», «Dolmetscherin» ask for a woman; what else stands there belongs into the note. */
export function readInterpreterWish(text: string): Read<InterpreterWish> {
  const wanted = plain(text);
  if (FEMALE.has(wanted)) return { value: { gender: 'f', words: '' } };
  if (MALE.has(wanted)) return { value: { gender: 'm', words: '' } };
  return { value: { gender: null, words: text } };
}
