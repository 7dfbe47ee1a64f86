import { Injectable } from '@nestjs/common';
import type { Language } from '../../../features/languages/index.js';
import { OfficeTexts, textParts, textRows } from '../../../features/texts/index.js';
import { I18n } from '../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { TextPartPage } from '../../../templates/pages/office/texts/text-part-page.js';
import { ActorNames } from '../actor-names.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { partToShow, textPartView } from './text-part.view.js';

/** What is shown of a language: the part asked for, words typed and not saved, what is wrong with them. */
export interface ShownPart {
  readonly part: string;
  readonly words: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
}

/** Puts together the page of one part of a language's texts. */
@Injectable()
export class TextPartPages {
  constructor(
    private readonly pages: OfficePages,
    private readonly names: LanguageNames,
    private readonly actors: ActorNames,
    private readonly texts: OfficeTexts,
    private readonly i18n: I18n,
  ) {}

  /** The texts of a language by their keys, approved or not. */
  async present(officeId: number, { code }: Language): Promise<ReadonlyMap<string, string>> {
    return (await this.texts.of(officeId)).drafts.texts(code);
  }

  async render(context: OfficeContext, language: Language, shown: ShownPart): Promise<string> {
    const { t, office, locale } = context;
    const [book, names, actorName] = await Promise.all([
      this.texts.of(office.id),
      this.names.in(locale),
      this.actors.of(office.id, t),
    ]);
    const parts = textParts(textRows(book, language));
    const part = partToShow(parts, shown.part);
    const name = names.get(language.code) ?? language.code;
    const isNamed = (id: string): boolean => this.i18n.has(locale, `texts:name.${id}`);
    const view = textPartView({ ...shown, language, name, parts, part, actorName, isNamed, context });
    const title = shown.errors.length > 0 ? t('validation:title', { title: view.title }) : view.title;
    return this.pages.render(context, { title, current: 'texts', body: TextPartPage({ view, t }) });
  }
}
