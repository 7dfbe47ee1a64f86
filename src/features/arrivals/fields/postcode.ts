import type { Read } from './field.js';

/** A Swiss postcode of four digits, with or without `CH-`; empty is allowed. */
export function readPostcode(text: string): Read<string> {
  const code = text.replace(/^CH[- ]?/i, '');
  return code === '' || /^[1-9]\d{3}$/.test(code) ? { value: code } : { error: 'postcode-invalid' };
}
