/** How one language is called in another, `Arabisch`; its code when nobody has named it. */
export function languageName(code: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code;
}
