import { Injectable } from '@nestjs/common';
import { Municipalities } from '../../../features/municipalities/index.js';
import type { ReportWords } from '../../shared/report-csv.js';
import { monthName } from '../../shared/month.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';

/** What staff call the groups of a report. */
@Injectable()
export class ReportNames {
  constructor(
    private readonly languages: LanguageNames,
    private readonly municipalities: Municipalities,
  ) {}

  async of({ t, locale, bcp47, today }: OfficeContext): Promise<ReportWords> {
    const languages = await this.languages.in(locale);
    const places = new Map(
      (await this.municipalities.validOn(today)).map(({ bfsNumber, name }) => [String(bfsNumber), name]),
    );
    return {
      head: (column) => t(`reports:column.${column}`),
      dimension: (dimension) => t(`reports:by.${dimension}`),
      group: (dimension, key) => {
        if (dimension === 'month') return monthName(key, bcp47);
        if (dimension === 'language') return languages.get(key) ?? key;
        if (dimension === 'outcome') return t(`reports:outcome.${key}`);
        return key === '' ? t('reports:unknown-municipality') : (places.get(key) ?? key);
      },
      hidden: '*',
    };
  }
}
