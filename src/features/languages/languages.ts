import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { findLanguage } from './find-language.js';

/** A language as data: a thirteenth one is a row and a folder of texts. */
export interface Language {
  /** The product's own short code, such as `ar` or `sr`. */
  readonly code: string;
  /** Tag for formatting and `lang`, such as `pt-PT` or `sr-Latn`. */
  readonly bcp47: string;
  /** Its name in itself. */
  readonly endonym: string;
  readonly germanName: string;
  /** ISO 15924 code, such as `Arab`. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language whose texts stand in; null means German and English. */
  readonly fallback: string | null;
  /** Talks are held in it. */
  readonly forTalks: boolean;
  /** Letters, e-mails and pages exist in it. */
  readonly forTexts: boolean;
}

/** Reads the language table. */
@Injectable()
export class Languages {
  constructor(private readonly database: Database) {}

  all(): Promise<Language[]> {
    return this.database.query<Language>(
      `select code, bcp47, endonym, german_name as "germanName", script, direction, fallback,
              for_talks as "forTalks", for_texts as "forTexts"
         from languages order by german_name`,
    );
  }

  /** Throws `language-unknown` when the code is not in the table. */
  async get(code: string): Promise<Language> {
    const language = (await this.all()).find((candidate) => candidate.code === code);
    if (!language) throw new DomainError('language-unknown', 'not-found', { language: code });
    return language;
  }

  /** What a person wrote for a language: code, tag, name in German or in itself, or a usual other name. */
  async find(text: string): Promise<Language | undefined> {
    return findLanguage(await this.all(), text);
  }
}
