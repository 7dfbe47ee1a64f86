import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SlotLimits } from '../../features/talks/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** Lets a question for free places through unless this link, this token or this network asks too often (429). */
@Injectable()
export class SlotLimitsGuard implements CanActivate {
  constructor(private readonly limits: SlotLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (await this.limits.admit(askerOf(request), request.ip ?? '')) return true;
    context.switchToHttp().getResponse<Response>().setHeader('Retry-After', '60');
    throw new DomainError('too-many', 'too-many');
  }
}

/** The secret that the request came with, as a hash: the counters are no place for secrets. */
function askerOf({ params, headers }: Request): string {
  const { token } = params;
  const secret = typeof token === 'string' ? token : (headers.authorization ?? '');
  return createHash('sha256').update(secret).digest('base64url');
}
