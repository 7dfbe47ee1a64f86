/** The form in which spellings are compared: lower case without accents, dots and spaces (`Español ` → `espanol`). */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\s.]/g, '');
}
