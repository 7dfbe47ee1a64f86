import { Injectable } from '@nestjs/common';
import { type Language, Languages } from '../../features/languages/index.js';
import { I18n } from '../../platform/i18n/i18n.js';

/** What staff call the languages, in the language of their pages. */
@Injectable()
export class LanguageNames {
  constructor(
    private readonly languages: Languages,
    private readonly i18n: I18n,
  ) {}

  /** Name of each language by its code; the order is that of the names. */
  async in(locale: string): Promise<ReadonlyMap<string, string>> {
    const names = (await this.languages.all()).map(
      (language) => [language.code, this.nameOf(language, locale)] as const,
    );
    return new Map(names.sort((a, b) => a[1].localeCompare(b[1], locale)));
  }

  /** A name of the product's own stands before the one that the platform knows. */
  private nameOf(language: Language, locale: string): string {
    if (locale === 'de') return language.germanName;
    const own = `office:language-name.${language.code}`;
    if (this.i18n.has(locale, own)) return this.i18n.translator(locale)(own);
    const known = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language.code);
    return known === undefined
      ? language.germanName
      : known.charAt(0).toLocaleUpperCase(locale) + known.slice(1);
  }
}
