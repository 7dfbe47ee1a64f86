import { Controller, Get, HttpStatus, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestSignIn } from '../../../features/interpreters/index.js';
import type { SignInLink } from '../../../features/links/index.js';
import { OldLinkPage, OpenLinkPage } from '../../../templates/pages/interpreter/sign-in-pages.js';
import { assertOwnForm } from '../../shared/own-form.js';
import { InterpreterDevices } from '../interpreter-devices.js';
import { InterpreterPages } from '../interpreter-pages.js';
import { InterpreterProblems } from '../interpreter-problems.filter.js';
import { OpenedSignInLinks } from './opened-sign-in-links.js';
import { ownPath } from '../own-path.js';

/** I1: the link of a mail. Opening it shows a button; only the button signs in, once. */
@Controller('interpreter/in/:token')
@UseFilters(InterpreterProblems)
export class LinkController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly devices: InterpreterDevices,
    private readonly links: OpenedSignInLinks,
    private readonly requestSignIn: RequestSignIn,
  ) {}

  @Get()
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.open(request, token);
    if (link.kind !== 'unknown' && (await this.isSignedIn(request, link.interpreterId))) {
      response.redirect(303, ownPath(link.path));
      return;
    }
    if (link.kind !== 'valid') {
      await this.answerOld(request, response, link);
      return;
    }
    const page = await this.pages.renderForAnyone(request, (t) => ({
      title: t('interpreter:sign-in.open-title'),
      body: OpenLinkPage({ action: request.path, t }),
    }));
    response.type('html').send(page);
  }

  @Post()
  async signIn(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const link = await this.links.open(request, token);
    if (link.kind !== 'valid' || !(await this.links.use(link.linkId))) {
      await this.answerOld(request, response, link);
      return;
    }
    await this.devices.signIn(response, link.interpreterId);
    response.redirect(303, ownPath(link.path));
  }

  /** Sends a new link to the address that the old one went to. */
  @Post('again')
  async again(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const link = await this.links.open(request, token);
    if (link.kind !== 'unknown') await this.requestSignIn.again(link.interpreterId, ownPath(link.path));
    response.redirect(303, link.kind === 'unknown' ? '/interpreter' : '/interpreter/sent');
  }

  private async answerOld(request: Request, response: Response, link: SignInLink): Promise<void> {
    const againAction = link.kind === 'unknown' ? null : `${request.path}/again`;
    const page = await this.pages.renderForAnyone(request, (t) => ({
      title: t('interpreter:sign-in.old-title'),
      body: OldLinkPage({ againAction, t }),
    }));
    response.status(link.kind === 'unknown' ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
    response.type('html').send(page);
  }

  private async isSignedIn(request: Request, interpreterId: number): Promise<boolean> {
    return (await this.devices.signedIn(request))?.id === interpreterId;
  }
}
