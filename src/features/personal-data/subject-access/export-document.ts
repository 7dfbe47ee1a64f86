import { Injectable } from '@nestjs/common';
import { dateFormat } from '../../../platform/i18n/date-format.js';
import { I18n } from '../../../platform/i18n/i18n.js';
import { Typesetter } from '../../../platform/pdf/typesetter.js';
import type { PersonExportView } from '../../../templates/letters/person-export-view.js';
import { Offices } from '../../offices/index.js';
import { ExportHousehold } from '../export-household.js';
import { exportSections, type ExportWords } from './export-sections.js';

/** The template beside its types, in the sources and in dist/ alike. */
const TEMPLATE = new URL('../../../templates/letters/person-export.typ', import.meta.url);

/** Gives people what is kept about them as a document that they can read. */
@Injectable()
export class ExportDocument {
  constructor(
    private readonly exports: ExportHousehold,
    private readonly offices: Offices,
    private readonly i18n: I18n,
    private readonly typesetter: Typesetter,
  ) {}

  /**
   * A PDF in a language of the staff; the same rows as the export and recorded like it.
   * @param wanted the office's number of the household, or its id
   * Throws `household-not-found`.
   */
  async run(
    officeId: number,
    wanted: string,
    { actor, locale }: { readonly actor: string; readonly locale: 'de' | 'en' | 'fr' },
  ): Promise<Buffer> {
    const { timeZone } = await this.offices.get(officeId);
    const found = await this.exports.run(officeId, wanted, actor);
    const { name } = await this.offices.profileOn(officeId, found.exportedAt.slice(0, 10));
    const format = dateFormat(locale === 'en' ? 'en-GB' : `${locale}-CH`, timeZone);
    const t = this.i18n.translator(locale);
    const view: PersonExportView = {
      lang: locale,
      title: t('office:person-export.title', { reference: found.reference }),
      office: name,
      intro: [
        t('office:person-export.made', { office: name, day: format.numericDate(new Date(found.exportedAt)) }),
        t('office:person-export.left-out'),
      ],
      sections: exportSections(found, this.words(locale), format),
    };
    return this.typesetter.pdf(TEMPLATE, 'export', view);
  }

  private words(locale: string): ExportWords {
    const t = this.i18n.translator(locale);
    return (kind, name) => {
      const keys =
        kind === 'action'
          ? [`office:timeline.action.${name}`, `office:audit.action.${name}`]
          : [`office:person-export.${kind}.${name}`];
      const key = keys.find((each) => this.i18n.has(locale, each));
      return key === undefined ? undefined : t(key);
    };
  }
}
