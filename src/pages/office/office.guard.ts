import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Access, roleAllows, StaffSessions } from '../../features/staff/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ACCESS } from './access.js';
import { assertCsrfToken, assertOwnOrigin, changesSomething } from './csrf.js';
import type { OfficeRequest } from './office-request.js';
import { SessionCookie } from './session-cookie.js';
import { SecondFactorNeeded, SignInNeeded } from './sign-in-redirect.filter.js';
import { TAKES_FILE } from './takes-file.js';
import { enterOffices } from '../../platform/database/office-scope.js';

/** Where a second factor is set up, or the way out. */
const OPEN_WITHOUT_FACTOR = /^\/office\/(account(\/|$)|language$|logout$)/;

/** Lets signed-in staff with the access of the controller through; what names no access is closed to all. */
@Injectable()
export class OfficeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const sessionId = this.cookie.read(request);
    const staff = sessionId === undefined ? undefined : await this.sessions.find(sessionId);
    if (!staff) throw new SignInNeeded();
    enterOffices(staff.officeId);
    const known: OfficeRequest = Object.assign(request, { staff });
    if (staff.mustEnrol && !OPEN_WITHOUT_FACTOR.test(request.path)) throw new SecondFactorNeeded();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined || !roleAllows(staff.role, access)) {
      throw new DomainError('forbidden', 'forbidden');
    }
    if (changesSomething(request)) {
      assertOwnOrigin(request);
      if (this.reflector.get<unknown>(TAKES_FILE, context.getHandler()) !== true) assertCsrfToken(known);
    }
    return true;
  }
}
