import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInByProvider, StaffSessions } from '../../../features/staff/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { safeNext } from '../safe-next.js';
import { SessionCookie } from '../session-cookie.js';
import { browserName } from './browser-name.js';

/**
 * The way to the identity provider and back. Both are links, because the provider sends people back by a link; what comes
 * back counts only in the browser that carries the other half.
 */
@Controller('office/login/provider')
export class ProviderController {
  constructor(
    private readonly signIn: SignInByProvider,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  async leave(@Query('next') next: unknown, @Res() response: Response): Promise<void> {
    const { address, carried } = await this.signIn.begin(safeNext(next), null);
    this.cookie.writeJourney(response, carried);
    response.redirect(303, address);
  }

  @Get('callback')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const carried = this.cookie.journey(request);
    if (this.signIn.providerName === undefined) throw new DomainError('not-found', 'not-found');
    const sessionId = this.cookie.read(request);
    this.cookie.clearJourney(response);
    const outcome = await this.signIn.finish({
      carried: carried ?? '',
      query: new URL(request.originalUrl, 'http://office.invalid').search,
      browser: browserName(request.get('user-agent')),
      staff: sessionId === undefined ? undefined : await this.sessions.find(sessionId),
    });
    if (outcome.kind === 'signed-in') {
      this.cookie.write(response, outcome.sessionId, outcome.deviceMark);
      response.redirect(303, outcome.next);
    } else if (outcome.kind === 'bound') response.redirect(303, officePaths.account);
    else response.redirect(303, officePaths.loginProblem(outcome.kind));
  }
}
