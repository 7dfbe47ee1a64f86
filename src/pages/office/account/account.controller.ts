import { Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Passkeys,
  roleAllows,
  SecondFactors,
  SignInByProvider,
  StaffSessions,
} from '../../../features/staff/index.js';
import { AccountPage } from '../../../templates/pages/office/account-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';

/** *Meine Anmeldungen*: where a person is signed in, and their second factor. */
@OfficeController('account', 'any')
export class AccountController {
  constructor(
    private readonly pages: OfficePages,
    private readonly sessions: StaffSessions,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly byProvider: SignInByProvider,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, format, staff } = context;
    const [sessions, factor, provider, passkeys] = await Promise.all([
      this.sessions.list(staff.id),
      this.factors.stateOf(staff.id),
      this.byProvider.stateOf(staff.id),
      this.passkeys.list(staff.id),
    ]);
    const when = (at: Date): string => `${format.numericDate(at)} ${format.time(at)}`;
    const view = {
      csrfToken: staff.csrfToken,
      sessions: sessions.map(({ number, browser, createdAt, lastSeenAt }) => ({
        browser: browser === '' ? t('account:unknown-browser') : browser,
        since: when(createdAt),
        lastSeen: when(lastSeenAt),
        endAction: number === staff.sessionNumber ? null : officePaths.endSession(number),
      })),
      factor,
      passkeys: passkeys.map(({ id, name: device, lastUsedAt }) => ({
        text:
          lastUsedAt === null
            ? t('account:passkey.never', { name: device })
            : t('account:passkey.used', { name: device, at: when(lastUsedAt) }),
        removeAction: officePaths.removePasskey(id),
      })),
      mayGiveBack: roleAllows(staff.role, 'settings'),
      provider,
    };
    const body = AccountPage({ view, t });
    return this.pages.render(context, { title: t('account:title'), current: null, body });
  }

  @Post('sessions/:number/end')
  async end(
    @Req() { staff }: OfficeRequest,
    @Param('number') number: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.sessions.endOne(staff.id, readId(number));
    response.redirect(303, officePaths.account);
  }

  @Post('end-others')
  async endOthers(@Req() { staff }: OfficeRequest, @Res() response: Response): Promise<void> {
    await this.sessions.endOthers(staff.id, staff.sessionNumber);
    response.redirect(303, officePaths.account);
  }
}
