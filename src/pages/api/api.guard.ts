import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { ApiTokens } from '../../features/api-tokens/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { API_ACCESS, type ApiAccess, isAllowed } from './access.js';
import type { ApiRequest } from './api-request.js';
import { enterOffices } from '../../platform/database/office-scope.js';

/** Lets callers with a valid token and the access of the route through; what names no access is closed to all. */
@Injectable()
export class ApiGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: ApiTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? undefined : await this.tokens.resolve(token);
    if (!caller) {
      http.getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer realm="api"');
      throw new DomainError('api-token-invalid', 'unauthenticated');
    }
    enterOffices(caller.officeId);
    const known: ApiRequest = Object.assign(request, { caller });
    const access = this.reflector.getAllAndOverride<ApiAccess | undefined>(API_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined || !isAllowed(known.caller.role, access))
      throw new DomainError('forbidden', 'forbidden');
    return true;
  }
}
