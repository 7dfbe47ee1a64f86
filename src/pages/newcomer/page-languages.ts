import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Language, Languages } from '../../features/languages/index.js';
import { OfficeTexts, type TextBook } from '../../features/texts/index.js';
import { I18n, type Texts } from '../../platform/i18n/i18n.js';
import { allOffices } from '../../platform/database/office-scope.js';
import { orKnown } from './or-known.js';

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

/** What pages can be written with that do not know whose reader they have. */
interface PagesForAnyone {
  readonly languages: readonly Language[];
  readonly texts: Texts;
}

/** The languages that pages exist in. */
@Injectable()
export class PageLanguages {
  /** Kept for the page that says the database is away. */
  private known: PagesForAnyone;

  constructor(
    private readonly languages: Languages,
    private readonly texts: OfficeTexts,
    i18n: I18n,
  ) {
    this.known = { languages: [GERMAN], texts: i18n };
  }

  /** Languages in which an office has approved every page. */
  of(texts: TextBook): Promise<readonly Language[]> {
    return this.approvedIn([texts]);
  }

  /**
   * How to write for somebody whose office is not known: in a language that every office has approved, in the words of
   * the oldest one. Without a database with what was known last.
   */
  async forAnyone(request: Request, chosen: unknown): Promise<{ reading: Reading; texts: Texts }> {
    const { languages, texts } = await this.pagesForAnyone();
    const wished = request.acceptsLanguages(['de', ...languages.map(({ code }) => code)]) || null;
    return { reading: readingOf(languages, chosen, wished), texts };
  }

  private async pagesForAnyone(): Promise<PagesForAnyone> {
    const ask = async (): Promise<PagesForAnyone> => {
      const books = await allOffices(() => this.texts.ofAll());
      return { languages: await this.approvedIn(books), texts: books[0] ?? this.known.texts };
    };
    this.known = await orKnown(ask, this.known);
    return this.known;
  }

  private async approvedIn(books: readonly TextBook[]): Promise<readonly Language[]> {
    const all = await this.languages.all();
    return all.filter(
      ({ code, forTexts }) => forTexts && books.every((texts) => texts.hasPagesIn(code, 'newcomer')),
    );
  }
}

/**
 * The chosen language if there is one, else the wished one, else German with English below.
 * @param all what can be chosen
 * @param wished code of the language of the household's letters, or what the browser asks for
 */
export function readingOf(all: readonly Language[], chosen: unknown, wished: string | null): Reading {
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

/** German that nobody asked for has English below it. */
function besideGerman(wanted: Language | undefined, english: Language | undefined): Language | null {
  return wanted === undefined ? (english ?? null) : null;
}
