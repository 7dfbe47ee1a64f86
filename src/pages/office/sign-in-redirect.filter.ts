import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';

/** Nobody is signed in, or the session ended. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** Sends the reader to sign in, and afterwards back to where they were. */
@Catch(SignInNeeded)
export class SignInRedirect implements ExceptionFilter<SignInNeeded> {
  catch(_error: SignInNeeded, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const next = encodeURIComponent(request.originalUrl);
    response.redirect(303, `/office/login?next=${next}`);
  }
}
