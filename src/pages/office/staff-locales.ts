import type { Request } from 'express';

/** The languages in which staff work, with the tag that writes their dates. */
export const staffLocales = [
  { code: 'de', name: 'Deutsch', tag: 'de-CH' },
  { code: 'en', name: 'English', tag: 'en-GB' },
  { code: 'fr', name: 'Français', tag: 'fr-CH' },
] as const;

export function isStaffLocale(code: unknown): code is 'de' | 'en' | 'fr' {
  return staffLocales.some((locale) => locale.code === code);
}

export function formatTag(code: string): string {
  return staffLocales.find((locale) => locale.code === code)?.tag ?? 'de-CH';
}

/** What the browser asks for, before anyone is known; German when it is none of ours. */
export function localeOf(request: Request): string {
  return request.acceptsLanguages(staffLocales.map((locale) => locale.code)) || 'de';
}
