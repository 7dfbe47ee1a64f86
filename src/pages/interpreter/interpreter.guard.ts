import { timingSafeEqual } from 'node:crypto';
import {
  type ArgumentsHost,
  type CanActivate,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../platform/errors/domain-error.js';
import { assertOwnForm } from '../shared/own-form.js';
import { InterpreterDevices } from './interpreter-devices.js';
import { enterOffices } from '../../platform/database/office-scope.js';

/** Nobody is signed in on this device, or no longer. */
class LinkNeeded extends Error {
  override readonly name = 'LinkNeeded';
}

/** Lets signed-in interpreters through; every form must be ours and of their session. */
@Injectable()
export class InterpreterGuard implements CanActivate {
  constructor(private readonly devices: InterpreterDevices) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const interpreter = await this.devices.signedIn(request);
    if (!interpreter) throw new LinkNeeded();
    enterOffices(...interpreter.officeIds);
    Object.assign(request, { interpreter });
    if (request.method === 'POST') {
      assertOwnForm(request);
      assertToken(request.body, interpreter.csrfToken);
    }
    return true;
  }
}

/** Sends the reader to where links are asked for; the link then leads to where they were. */
@Catch(LinkNeeded)
export class LinkNeededFilter implements ExceptionFilter<LinkNeeded> {
  catch(_error: LinkNeeded, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const path = request.method === 'GET' ? request.originalUrl : request.path;
    response.redirect(303, `/interpreter?next=${encodeURIComponent(path)}`);
  }
}

function assertToken(body: unknown, csrfToken: string): void {
  const given = (body as Readonly<Record<string, unknown>> | undefined)?.['csrf'];
  const expected = Buffer.from(csrfToken);
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new DomainError('form-too-old', 'forbidden');
  }
}
