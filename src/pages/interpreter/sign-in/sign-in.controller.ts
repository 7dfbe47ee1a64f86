import { Body, Controller, Get, Header, HttpStatus, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestSignIn } from '../../../features/interpreters/index.js';
import { SIGN_IN_MINUTES } from '../../../features/links/index.js';
import { AskForLinkPage, LinkSentPage } from '../../../templates/pages/interpreter/sign-in-pages.js';
import { assertOwnForm } from '../../shared/own-form.js';
import { InterpreterDevices } from '../interpreter-devices.js';
import { InterpreterPages } from '../interpreter-pages.js';
import { InterpreterProblems } from '../interpreter-problems.filter.js';
import { ownPath } from '../own-path.js';
import { type AskedForLink, askedForLink } from './sign-in.forms.js';

/** I1: asking for a link by e-mail. Known and unknown addresses get the same answer. */
@Controller('interpreter')
@UseFilters(InterpreterProblems)
export class SignInController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly devices: InterpreterDevices,
    private readonly requestSignIn: RequestSignIn,
  ) {}

  @Get()
  async start(
    @Req() request: Request,
    @Query('next') next: unknown,
    @Res() response: Response,
  ): Promise<void> {
    if (await this.devices.signedIn(request)) {
      response.redirect(303, ownPath(next));
      return;
    }
    response.type('html').send(await this.form(request, { entered: '', email: '', next: ownPath(next) }));
  }

  @Post('sign-in')
  async ask(@Req() request: Request, @Body() body: unknown, @Res() response: Response): Promise<void> {
    assertOwnForm(request);
    const asked = askedForLink(body);
    if (asked.email === undefined) {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY);
      response.type('html').send(await this.form(request, asked));
      return;
    }
    await this.requestSignIn.byEmail(asked.email, asked.next, request.ip ?? '');
    response.redirect(303, '/interpreter/sent');
  }

  @Get('sent')
  @Header('Content-Type', 'text/html; charset=utf-8')
  sent(@Req() request: Request): Promise<string> {
    return this.pages.renderForAnyone(request, (t) => ({
      title: t('interpreter:sign-in.sent-title'),
      body: LinkSentPage({ minutes: SIGN_IN_MINUTES, t }),
    }));
  }

  private form(request: Request, { entered, email, next }: AskedForLink): Promise<string> {
    return this.pages.renderForAnyone(request, (t) => {
      const errors =
        email === undefined ? [{ field: 'email', text: t('interpreter:sign-in.email-wrong') }] : [];
      const body = AskForLinkPage({ view: { email: entered, next, errors }, t });
      return { title: t('interpreter:sign-in.title'), body, isError: errors.length > 0 };
    });
  }
}
