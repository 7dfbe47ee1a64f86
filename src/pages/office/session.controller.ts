import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Role, roleAllows, StaffSessions, StaffUsers } from '../../features/staff/index.js';
import { OfficeController } from './office-controller.js';
import type { OfficeRequest } from './office-request.js';
import { safeNext } from './safe-next.js';
import { SessionCookie } from './session-cookie.js';
import { isStaffLocale } from './staff-locales.js';
import { officePaths } from '../../templates/pages/office/paths.js';

/** The start, the language of the pages, and signing out: what every role may do. */
@OfficeController('', 'any')
export class SessionController {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly users: StaffUsers,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  start(@Req() request: OfficeRequest, @Res() response: Response): void {
    response.redirect(startOf(request.staff.role));
  }

  @Post('language')
  async language(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    if (isStaffLocale(body['locale'])) await this.users.changeLocale(request.staff.id, body['locale']);
    response.redirect(303, safeNext(body['next']));
  }

  @Post('logout')
  async signOut(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    const id = this.cookie.read(request);
    if (id !== undefined) await this.sessions.end(id);
    this.cookie.clear(response);
    response.setHeader('Clear-Site-Data', '"cache"');
    response.redirect(303, '/office/login');
  }
}

/** The first page of a role. */
function startOf(role: Role): string {
  if (roleAllows(role, 'own')) return officePaths.today;
  if (roleAllows(role, 'audit')) return officePaths.audit;
  return roleAllows(role, 'counts') ? '/office/reports' : officePaths.municipality;
}
