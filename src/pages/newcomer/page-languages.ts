import { Injectable } from '@nestjs/common';
import { type Language, Languages } from '../../features/languages/index.js';
import { I18n } from '../../platform/i18n/i18n.js';

/** In what a page is written. */
export interface Reading {
  readonly page: Language;
  /** The language of the part for helpers; null when the page itself is in German because its reader wants it. */
  readonly helper: Language | null;
  /** What was chosen on the page; null when the language of the letters stands. */
  readonly chosen: string | null;
  /** Everything that can be chosen. */
  readonly all: readonly Language[];
}

const GERMAN: Language = {
  code: 'de',
  bcp47: 'de-CH',
  endonym: 'Deutsch',
  germanName: 'Deutsch',
  script: 'Latn',
  direction: 'ltr',
  fallback: null,
  forTalks: true,
  forTexts: true,
};

/** The languages that pages exist in, and the choice among them. */
@Injectable()
export class PageLanguages {
  /** Kept for the page that says the database is away. */
  private known: readonly Language[] = [GERMAN];

  constructor(
    private readonly languages: Languages,
    private readonly i18n: I18n,
  ) {}

  /** Languages with every text for newcomers; the last known ones when the database does not answer. */
  async all(): Promise<readonly Language[]> {
    try {
      const all = await this.languages.all();
      this.known = all.filter(
        ({ code, forTexts }) => forTexts && this.i18n.untranslated(code, 'newcomer').length === 0,
      );
    } catch {
      return this.known;
    }
    return this.known;
  }

  /**
   * The chosen language if there is one, else the wished one, else German with English below.
   * @param wished code of the language of the household's letters, or what the browser asks for
   */
  async reading(chosen: unknown, wished: string | null): Promise<Reading> {
    const all = await this.all();
    const named = (code: unknown): Language | undefined => all.find((language) => language.code === code);
    const german = named('de') ?? GERMAN;
    const asked = named(chosen);
    const own = named(wished);
    const page = asked ?? own ?? german;
    return {
      page,
      helper: page.code === 'de' ? besideGerman(asked ?? own, named('en')) : german,
      chosen: asked && asked !== own ? asked.code : null,
      all,
    };
  }
}

/** German that nobody asked for has English below it. */
function besideGerman(wanted: Language | undefined, english: Language | undefined): Language | null {
  return wanted === undefined ? (english ?? null) : null;
}
