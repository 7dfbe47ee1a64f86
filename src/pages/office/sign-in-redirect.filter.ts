import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officePaths } from '../../templates/pages/office/paths.js';

/** Nobody is signed in, or the session ended. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** The office asks for a second factor that this account does not have yet. */
export class SecondFactorNeeded extends Error {
  override readonly name = 'SecondFactorNeeded';
}

/** Sends the reader to sign in, and afterwards back to where they were; or to set a second factor up. */
@Catch(SignInNeeded, SecondFactorNeeded)
export class SignInRedirect implements ExceptionFilter<SignInNeeded | SecondFactorNeeded> {
  catch(error: SignInNeeded | SecondFactorNeeded, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const next = encodeURIComponent(request.originalUrl);
    const isSignedIn = error instanceof SecondFactorNeeded;
    response.redirect(303, isSignedIn ? officePaths.secondFactor : `/office/login?next=${next}`);
  }
}
