import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Recoveries } from '../../../features/staff/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { RecoveriesPage } from '../../../templates/pages/office/recoveries-page.js';
import { PasswordPage } from '../../../templates/pages/office/settings/password-page.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';

const LONGEST_REASON = 300;

const AskForm = z.object({
  account: z.coerce.number().int().positive(),
  reason: z.string().trim().min(1).max(LONGEST_REASON),
});

/** Giving an account back to whoever lost password and second factor, by two administrators. */
@OfficeController('recoveries', 'settings')
export class RecoveriesController {
  constructor(
    private readonly pages: OfficePages,
    private readonly recoveries: Recoveries,
  ) {}

  @Get()
  async show(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    await this.answer(request, response, []);
  }

  @Post()
  async ask(@Req() request: OfficeRequest, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const form = AskForm.safeParse(body);
    if (!form.success) {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY);
      await this.answer(request, response, ['account:give-back.missing']);
      return;
    }
    await this.recoveries.ask(askingOf(request), form.data.account, form.data.reason);
    response.redirect(303, officePaths.recoveries);
  }

  /** The password is on this answer and nowhere else. */
  @Post(':id/approve')
  async approve(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const password = await this.recoveries.approve(askingOf(request), readId(id));
    const context = await this.pages.context(request);
    const title = context.t('account:give-back.password');
    const body = PasswordPage({ title, password, t: context.t });
    response.type('html').send(await this.pages.render(context, { title, current: 'settings', body }));
  }

  private async answer(request: OfficeRequest, response: Response, errors: readonly string[]): Promise<void> {
    const context = await this.pages.context(request);
    const { t, staff, format } = context;
    const asking = askingOf(request);
    const [open, accounts] = await Promise.all([
      this.recoveries.open(asking.officeId),
      this.recoveries.candidates(asking),
    ]);
    const view = {
      csrfToken: staff.csrfToken,
      accounts: accounts.map(({ id, name, email }) => ({ value: String(id), label: `${name} (${email})` })),
      open: open.map(({ id, userId, userName: name, reason, askedBy, askerName: asker, askedAt }) => ({
        text: t('account:give-back.asked', { name, reason, asker, at: format.numericDate(askedAt) }),
        name,
        approveAction: [userId, askedBy].includes(staff.id) ? null : officePaths.approveRecovery(id),
      })),
      errors: errors.map((key) => ({ field: 'account', text: t(key) })),
    };
    const title = t('account:give-back.title');
    const body = RecoveriesPage({ view, t });
    response.type('html').send(await this.pages.render(context, { title, current: 'settings', body }));
  }
}

const askingOf = ({ staff }: OfficeRequest): { officeId: number; staffId: number } => ({
  officeId: staff.officeId,
  staffId: staff.id,
});
