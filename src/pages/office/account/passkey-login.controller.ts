import { Body, Controller, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInByPasskey } from '../../../features/staff/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { assertOwnOrigin } from '../csrf.js';
import { safeNext } from '../safe-next.js';
import { SessionCookie } from '../session-cookie.js';
import { browserName } from './browser-name.js';
import { passkeyAnswer } from './passkey-answer.js';

/** Signing in by a passkey. */
@Controller('office/login/passkey')
export class PasskeyLoginController {
  constructor(
    private readonly signIn: SignInByPasskey,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('options')
  @HttpCode(HttpStatus.OK)
  async options(@Req() request: Request, @Res() response: Response): Promise<void> {
    assertOwnOrigin(request);
    const { options, carried } = await this.signIn.begin();
    this.cookie.writeChallenge(response, carried);
    response.json(options);
  }

  @Post()
  async submit(
    @Req() request: Request,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnOrigin(request);
    const outcome = await this.signIn.run({
      carried: this.cookie.challenge(request) ?? '',
      answer: passkeyAnswer(body),
      ip: request.ip ?? '',
      browser: browserName(request.get('user-agent')),
    });
    if (outcome.kind === 'signed-in') {
      this.cookie.clearPending(response);
      this.cookie.write(response, outcome.sessionId, outcome.deviceMark);
      response.redirect(303, safeNext(body['next']));
    } else response.redirect(303, officePaths.loginProblem('passkey'));
  }
}
