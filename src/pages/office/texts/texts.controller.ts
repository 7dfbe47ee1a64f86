import { Get, Header, Req } from '@nestjs/common';
import { type Language, Languages } from '../../../features/languages/index.js';
import {
  countStates,
  EXAMPLE_APPROVER,
  OfficeTexts,
  type TextBook,
  textRows,
} from '../../../features/texts/index.js';
import { textPaths } from '../../../templates/pages/office/texts/text-paths.js';
import { type TextLanguageView, TextsPage } from '../../../templates/pages/office/texts/texts-page.js';
import { LanguageNames } from '../language-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeContext } from '../office-context.js';
import type { OfficeRequest } from '../office-request.js';
import { languageBadge } from './text-badges.js';

/** The languages of newcomers, and how far the office is with their texts. */
@OfficeController('texts', 'personal')
export class TextsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly languages: Languages,
    private readonly names: LanguageNames,
    private readonly texts: OfficeTexts,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office } = context;
    const [book, names, all] = await Promise.all([
      this.texts.of(office.id),
      this.names.in(context.locale),
      this.languages.all(),
    ]);
    const translated = all.filter(({ code }) => isTranslated(code, book));
    const view = {
      languages: translated.map((language) =>
        languageLine(language, names.get(language.code) ?? '', book, context),
      ),
      exampleNote: book.isApprovedBy(EXAMPLE_APPROVER) ? t('texts:example') : null,
    };
    const body = TextsPage({ view, t });
    return this.pages.render(context, { title: t('texts:title'), current: 'texts', body });
  }
}

/** German and English are the product's own and change with a release. */
function isTranslated(code: string, book: TextBook): boolean {
  return code !== 'de' && code !== 'en' && book.drafts.texts(code).has('common:day');
}

function languageLine(
  language: Language,
  name: string,
  book: TextBook,
  { t }: OfficeContext,
): TextLanguageView {
  const { code, bcp47, direction, endonym, forTexts } = language;
  const counts = countStates(textRows(book, language));
  const isComplete = counts.untranslated + counts.draft + counts.reviewed === 0;
  const use = isComplete ? 'used' : 'waiting';
  return {
    ...counts,
    name,
    endonym,
    lang: bcp47,
    direction,
    href: textPaths.language(code),
    state: languageBadge(forTexts ? use : 'off', t),
  };
}
