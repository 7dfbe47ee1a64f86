import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { OfficeTextsRepository } from './office-texts.repository.js';
import { TextBook } from './text-book.js';
import type { TextRecord } from './text-state.js';

interface Known {
  readonly version: string;
  readonly book: TextBook;
}

/** The texts of each office, as far as it has approved them. Every look asks the database whether they changed. */
@Injectable()
export class OfficeTexts {
  private readonly known = new Map<number, Known>();

  constructor(
    private readonly repository: OfficeTextsRepository,
    private readonly database: Database,
    private readonly i18n: I18n,
  ) {}

  async of(officeId: number): Promise<TextBook> {
    const version = await this.repository.version(officeId);
    const known = this.known.get(officeId);
    if (known?.version === version) return known.book;
    const book = this.bookOf(await this.repository.all(officeId));
    this.known.set(officeId, { version, book });
    return book;
  }

  /** The texts as an office that has written down these records would have them. */
  bookOf(records: readonly TextRecord[]): TextBook {
    return new TextBook(this.i18n, records);
  }

  /** The texts of every office, the oldest first, for pages that do not know whose reader they have. */
  async ofAll(): Promise<TextBook[]> {
    const offices = await this.database.query<{ id: number }>('select id from offices order by id');
    return Promise.all(offices.map(({ id }) => this.of(id)));
  }
}
