import { Body, Controller, Get, Header, HttpStatus, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Links, readCode, WrongLinks } from '../../features/links/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CodePage } from '../../templates/pages/newcomer/code-page.js';
import { NewcomerPages } from './newcomer-pages.js';
import { newcomerPaths } from './newcomer-paths.js';
import { NewcomerProblems } from './newcomer-problems.filter.js';
import { assertOwnForm } from '../shared/own-form.js';
import { PageLanguages } from './page-languages.js';

/** N11: people without e-mail open their page with the code on their letter. */
@Controller('code')
@UseFilters(NewcomerProblems)
export class CodeController {
  constructor(
    private readonly links: Links,
    private readonly wrongLinks: WrongLinks,
    private readonly languages: PageLanguages,
    private readonly pages: NewcomerPages,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Request): Promise<string> {
    return this.page(request, false);
  }

  /** A wrong code is counted and says the same whatever is wrong with it. Throws `too-many-links`. */
  @Post()
  async open(
    @Req() request: Request,
    @Body() body: { code?: unknown } | undefined,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const code = readCode(body?.code);
    const token = code && (await this.links.tokenOfCode(code));
    if (token) {
      response.redirect(303, newcomerPaths(token, chosenIn(request)).appointment);
      return;
    }
    const admitted = await this.wrongLinks.admitCode(request.ip ?? '');
    if (!admitted) throw new DomainError('too-many-links', 'too-many');
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html');
    response.send(await this.page(request, true));
  }

  private async page(request: Request, isError: boolean): Promise<string> {
    const words = await this.languages.forAnyone(request, chosenIn(request));
    const { reading, texts } = words;
    const t = texts.translator(reading.page.code);
    const chosen = reading.chosen === null ? '' : `?lang=${reading.chosen}`;
    const view = { action: `/code${chosen}`, problem: isError ? t('newcomer:code.wrong') : null };
    const helper = { title: 'code.title', leads: ['code.lead'], buttons: ['code.submit'] };
    return this.pages.renderForAnyone(words, { helper, body: CodePage({ view, t }), isError }, '/code');
  }
}

function chosenIn(request: Request): string | null {
  const { lang } = request.query;
  return typeof lang === 'string' ? lang : null;
}
