import { Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SignInByProvider, StaffIdentities } from '../../../features/staff/index.js';
import { LeaveForProviderPage } from '../../../templates/pages/office/leave-for-provider-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { SessionCookie } from '../session-cookie.js';

/** Binding one's own account to an identity of the provider, and letting go of it. */
@OfficeController('account/identity', 'any')
export class IdentityController {
  constructor(
    private readonly pages: OfficePages,
    private readonly signIn: SignInByProvider,
    private readonly identities: StaffIdentities,
    private readonly cookie: SessionCookie,
  ) {}

  /** Forms may only be sent to us, so that the way to the provider is a link on the answer. */
  @Post()
  async bind(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    const { address, carried } = await this.signIn.begin(officePaths.account, request.staff.id);
    this.cookie.writeJourney(response, carried);
    const context = await this.pages.context(request);
    const name = this.signIn.providerName ?? '';
    const title = context.t('account:identity.leave-title', { name });
    const body = LeaveForProviderPage({ title, address, t: context.t });
    response.type('html').send(await this.pages.render(context, { title, current: null, body }));
  }

  @Post('remove')
  async remove(@Req() { staff }: OfficeRequest, @Res() response: Response): Promise<void> {
    await this.identities.remove(staff);
    response.redirect(303, officePaths.account);
  }
}
