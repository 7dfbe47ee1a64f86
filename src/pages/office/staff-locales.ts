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
