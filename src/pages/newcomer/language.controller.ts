import { Get, Header, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { languageName } from '../../platform/i18n/language-name.js';
import { LanguagePage } from '../../templates/pages/newcomer/language-page.js';
import { NewcomerController } from './newcomer-controller.js';
import { languageChoices, NewcomerPages } from './newcomer-pages.js';
import { newcomerPaths } from './newcomer-paths.js';
import { Visits } from './visits.js';

/** N7: in which language to read. The choice is part of the address, so it needs no cookie. */
@NewcomerController()
export class LanguageController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: NewcomerPages,
  ) {}

  @Get('language')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Query('from') from: unknown,
  ): Promise<string> {
    const visit = await this.visits.open(request, token);
    const { reading, talk, t } = visit;
    const view = {
      languages: languageChoices(reading, (code) => newcomerPaths(token, code).page(from)),
      talkLanguage: languageName(talk.language, reading.page.bcp47),
      backHref: visit.paths.page(from),
    };
    const body = LanguagePage({ view, t });
    return this.pages.render(visit, { helper: { title: 'language.title' }, body, from });
  }
}
