import { Get, Header, Req } from '@nestjs/common';
import { type ListedLanguage, SettingsLists } from '../../../features/settings/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import { LanguagesPage } from '../../../templates/pages/office/settings/languages-page.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

/** *Sprachen*: who covers which language, and who waits for one that nobody covers. */
@OfficeController('settings/languages', 'plan')
export class LanguagesController {
  constructor(
    private readonly pages: OfficePages,
    private readonly lists: SettingsLists,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, locale } = context;
    const names = await this.languageNames.in(locale);
    const languages = await this.lists.languages(office.id);
    const order = [...names.keys()];
    const sorted = [...languages].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    const needed = sorted.filter((language) => isCovered(language) || language.waiting > 0);
    const others = sorted.filter((language) => !needed.includes(language));
    const view = {
      lines: needed.map((language) => lineOf(language, names, context)),
      others: others.map(({ code }) => names.get(code) ?? code).join(', '),
    };
    const title = t('settings:section.languages');
    return this.pages.render(context, { title, current: 'settings', body: LanguagesPage({ view, t }) });
  }
}

function isCovered({ caseworkers, interpreters }: ListedLanguage): boolean {
  return caseworkers + interpreters > 0;
}

function lineOf(language: ListedLanguage, names: ReadonlyMap<string, string>, { t }: OfficeContext) {
  const { code, caseworkers, interpreters, waiting, forTexts } = language;
  const state: BadgeView = isCovered(language)
    ? { tone: 'good', symbol: '●', text: t('settings:state.covered') }
    : { tone: 'bad', symbol: '⚠', text: t('settings:state.uncovered') };
  return {
    name: names.get(code) ?? code,
    figures: [caseworkers, interpreters, waiting],
    texts: t(`settings:state.${forTexts ? 'own-texts' : 'shared-texts'}`),
    textsHref: forTexts ? '/office/texts' : null,
    state,
  };
}
