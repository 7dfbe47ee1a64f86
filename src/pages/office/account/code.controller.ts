import { Body, Controller, Get, Header, HttpStatus, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInByCode } from '../../../features/staff/index.js';
import { I18n } from '../../../platform/i18n/i18n.js';
import { renderPage } from '../../../platform/views/render-page.js';
import { CodePage } from '../../../templates/pages/office/code-page.js';
import { assertOwnOrigin } from '../csrf.js';
import { safeNext } from '../safe-next.js';
import { SessionCookie } from '../session-cookie.js';
import { localeOf } from '../staff-locales.js';
import { browserName } from './browser-name.js';

/** The second step of signing in: a code of the app, or a recovery code. */
@Controller('office/login/code')
export class CodeController {
  constructor(
    private readonly signIn: SignInByCode,
    private readonly cookie: SessionCookie,
    private readonly i18n: I18n,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Request, @Query('next') next: unknown): string {
    return this.page(request, safeNext(next));
  }

  @Post()
  async submit(
    @Req() request: Request,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnOrigin(request);
    const next = safeNext(body['next']);
    const code = typeof body['code'] === 'string' ? body['code'].slice(0, 40) : '';
    const outcome = await this.signIn.run({
      pending: this.cookie.pending(request) ?? '',
      code,
      ip: request.ip ?? '',
      browser: browserName(request.get('user-agent')),
    });
    if (outcome.kind === 'signed-in') {
      this.cookie.clearPending(response);
      this.cookie.write(response, outcome.sessionId, outcome.deviceMark);
      response.redirect(303, next);
    } else if (outcome.kind === 'too-late') {
      this.cookie.clearPending(response);
      response.redirect(303, `/office/login?next=${encodeURIComponent(next)}`);
    } else {
      const tooMany = outcome.kind === 'too-many';
      response.status(tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY);
      response
        .type('html')
        .send(this.page(request, next, tooMany ? 'errors:too-many' : 'account:code-wrong'));
    }
  }

  private page(request: Request, next: string, error?: string): string {
    const locale = localeOf(request);
    const t = this.i18n.translator(locale);
    const errors = error === undefined ? [] : [{ field: 'code', text: t(error) }];
    return renderPage(CodePage({ view: { locale, next, errors }, t }));
  }
}
