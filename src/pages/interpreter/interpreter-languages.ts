import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Language, Languages } from '../../features/languages/index.js';
import { OfficeTexts, type TextBook } from '../../features/texts/index.js';
import { I18n, SOURCE_LOCALE, type Texts, type Translate } from '../../platform/i18n/i18n.js';

/** How a page is written: its language, and the look-up of its words. */
export interface PageWords {
  readonly language: Pick<Language, 'code' | 'bcp47' | 'direction'>;
  readonly t: Translate;
}

const GERMAN: PageWords['language'] = { code: SOURCE_LOCALE, bcp47: 'de-CH', direction: 'ltr' };

/** The languages that these pages exist in: those in which an office has approved every text of them. */
@Injectable()
export class InterpreterLanguages {
  /** Kept for the page that says the database is away. */
  private known: { readonly languages: readonly PageWords['language'][]; readonly texts: Texts };

  constructor(
    private readonly languages: Languages,
    private readonly texts: OfficeTexts,
    i18n: I18n,
  ) {
    this.known = { languages: [GERMAN], texts: i18n };
  }

  /** What an interpreter of this office can choose. */
  async of(officeId: number): Promise<readonly Language[]> {
    return this.approvedIn([await this.texts.of(officeId)]);
  }

  /** The language that an interpreter of this office chose; German where it is not approved. */
  async wordsOf({
    officeId,
    locale,
  }: {
    readonly officeId: number;
    readonly locale: string;
  }): Promise<PageWords> {
    const texts = await this.texts.of(officeId);
    const language = (await this.approvedIn([texts])).find(({ code }) => code === locale) ?? GERMAN;
    return { language, t: texts.translator(language.code) };
  }

  /** For whoever is not signed in: what the browser asks for, of what every office has approved; else German. */
  async forAnyone(request: Request): Promise<PageWords> {
    const { languages, texts } = await this.forEverybody();
    const codes = languages.map(({ code }) => code).filter((code) => code !== SOURCE_LOCALE);
    const wished = request.acceptsLanguages([SOURCE_LOCALE, ...codes]);
    const language = languages.find(({ code }) => code === wished) ?? GERMAN;
    return { language, t: texts.translator(language.code) };
  }

  private async forEverybody(): Promise<typeof this.known> {
    try {
      const books = await this.texts.ofAll();
      this.known = { languages: await this.approvedIn(books), texts: books[0] ?? this.known.texts };
    } catch {
      return this.known;
    }
    return this.known;
  }

  private async approvedIn(books: readonly TextBook[]): Promise<readonly Language[]> {
    const all = await this.languages.all();
    return all.filter(
      ({ code, forTexts }) => forTexts && books.every((texts) => texts.hasPagesIn(code, 'interpreter')),
    );
  }
}
