import { Body, Controller, Get, Header, HttpStatus, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignIn, SignInByProvider } from '../../features/staff/index.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { renderPage } from '../../platform/views/render-page.js';
import { LoginPage, type LoginView } from '../../templates/pages/office/login-page.js';
import { officePaths } from '../../templates/pages/office/paths.js';
import { browserName } from './account/browser-name.js';
import { assertOwnOrigin } from './csrf.js';
import { fieldErrors } from './form-errors.js';
import { LoginForm } from './login.forms.js';
import { safeNext } from './safe-next.js';
import { SessionCookie } from './session-cookie.js';
import { localeOf } from './staff-locales.js';

/** What may have gone wrong on the way back from the identity provider. */
const PROBLEMS = {
  refused: 'account:identity.refused',
  unbound: 'account:identity.unbound',
  passkey: 'account:passkey.failed',
} as const;

type Shown = Omit<LoginView, 'locale' | 'provider'>;

/** The one page of the office that nobody has to be signed in for. */
@Controller('office/login')
export class LoginController {
  constructor(
    private readonly signIn: SignIn,
    private readonly byProvider: SignInByProvider,
    private readonly cookie: SessionCookie,
    private readonly i18n: I18n,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Request, @Query('next') next: unknown, @Query('problem') problem: unknown): string {
    const [, key] = Object.entries(PROBLEMS).find(([known]) => known === problem) ?? [];
    const t = this.i18n.translator(localeOf(request));
    const errors = key === undefined ? [] : [{ field: 'email', text: t(key) }];
    return this.page(request, { email: '', next: safeNext(next), errors });
  }

  @Post()
  async submit(
    @Req() request: Request,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnOrigin(request);
    const next = safeNext(body['next']);
    const form = LoginForm.safeParse(body);
    const email = typeof body['email'] === 'string' ? body['email'] : '';
    const t = this.i18n.translator(localeOf(request));
    if (!form.success) {
      const view = { email, next, errors: fieldErrors(form.error, t) };
      this.refuse(request, response, HttpStatus.UNPROCESSABLE_ENTITY, view);
      return;
    }
    const outcome = await this.signIn.run({
      ...form.data,
      ip: request.ip ?? '',
      deviceMark: this.cookie.deviceMark(request),
      browser: browserName(request.get('user-agent')),
    });
    if (outcome.kind === 'code-needed') {
      this.cookie.writePending(response, outcome.pending);
      response.redirect(303, `${officePaths.loginCode}?next=${encodeURIComponent(next)}`);
      return;
    }
    if (outcome.kind === 'signed-in') {
      this.cookie.write(response, outcome.sessionId, outcome.deviceMark);
      response.redirect(303, next);
      return;
    }
    const tooMany = outcome.kind === 'too-many';
    const status = tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY;
    const text = t(tooMany ? 'errors:too-many' : 'validation:sign-in');
    this.refuse(request, response, status, { email, next, errors: [{ field: 'email', text }] });
  }

  private refuse(request: Request, response: Response, status: HttpStatus, view: Shown): void {
    response.status(status);
    response.type('html').send(this.page(request, view));
  }

  private page(request: Request, view: Shown): string {
    const locale = localeOf(request);
    const name = this.byProvider.providerName;
    const provider = name === undefined ? null : { name, href: officePaths.loginByProvider(view.next) };
    const t = this.i18n.translator(locale);
    return renderPage(LoginPage({ view: { ...view, provider, locale }, t }));
  }
}
