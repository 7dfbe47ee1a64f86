import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { I18n, SOURCE_LOCALE } from '../../platform/i18n/i18n.js';
import { Languages } from '../languages/index.js';
import type { CalendarOwner } from '../links/index.js';
import { OfficeTexts } from '../texts/index.js';
import type { EntryWords } from './entry-event.js';

/** The language that an interpreter chose, with the office whose texts they read; the first of those they work for. */
const INTERPRETER = `
select i.locale, m.office_id as "officeId" from interpreters i
join office_interpreters m on m.interpreter_id = i.id
where i.id = $1 order by m.office_id limit 1`;

const CASEWORKER = `select locale, office_id as "officeId" from staff_users where caseworker_id = $1 order by id limit 1`;

/** In which words somebody's calendar is written: their own language where it is approved, else German. */
@Injectable()
export class CalendarWords {
  constructor(
    private readonly database: Database,
    private readonly languages: Languages,
    private readonly texts: OfficeTexts,
    private readonly i18n: I18n,
  ) {}

  async of({ kind, id }: CalendarOwner): Promise<EntryWords> {
    const sql = kind === 'interpreter' ? INTERPRETER : CASEWORKER;
    const [reader] = await this.database.query<{ locale: string; officeId: number }>(sql, [id]);
    if (!reader) return this.in(SOURCE_LOCALE);
    if (kind === 'caseworker')
      return this.in(this.i18n.has(reader.locale, 'office:calendar.name') ? reader.locale : SOURCE_LOCALE);
    const texts = await this.texts.of(reader.officeId);
    const code = texts.hasPagesIn(reader.locale, 'interpreter') ? reader.locale : SOURCE_LOCALE;
    const { bcp47 } = await this.languages.get(code);
    return { t: texts.translator(code), bcp47 };
  }

  private async in(locale: string): Promise<EntryWords> {
    const { bcp47 } = await this.languages.get(locale);
    return { t: this.i18n.translator(locale), bcp47 };
  }
}
