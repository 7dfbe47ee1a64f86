import type { Read } from './field.js';

const LOOKS_LIKE_ONE = /^\+?[\d\s()/.'-]+$/;

/** A phone number as `+` and digits (E.164); without a country it is a Swiss one. Null when empty. */
export function readPhone(text: string): Read<string | null> {
  if (text === '') return { value: null };
  if (!LOOKS_LIKE_ONE.test(text)) return { error: 'phone-invalid' };
  const digits = text.replace('(0)', '').replaceAll(/\D/g, '');
  const full = international(text.startsWith('+'), digits);
  return full !== undefined && /^[1-9]\d{7,14}$/.test(full)
    ? { value: `+${full}` }
    : { error: 'phone-invalid' };
}

function international(withPlus: boolean, digits: string): string | undefined {
  if (withPlus) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  if (/^0[1-9]\d{8}$/.test(digits)) return `41${digits.slice(1)}`;
  // spreadsheets lose the leading zero of a number, or its plus
  if (/^[1-9]\d{8}$/.test(digits)) return `41${digits}`;
  return /^41[1-9]\d{8}$/.test(digits) ? digits : undefined;
}
