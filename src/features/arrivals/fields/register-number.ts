import type { Read } from './field.js';

/** A number by which a register knows a person or a household; null when empty. */
export function readRegisterNumber(text: string): Read<string | null> {
  if (text === '') return { value: null };
  return /^[\p{L}\d][\p{L}\d ._/:-]*$/u.test(text) ? { value: text } : { error: 'number-invalid' };
}
