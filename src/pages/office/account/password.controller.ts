import { Body, Get, Header, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { OwnPassword } from '../../../features/settings/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { OwnPasswordPage } from '../../../templates/pages/office/own-password-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

/** Length counts, not signs; longer ones only cost time to hash. */
const Form = z
  .object({
    old: z.string().min(1, 'account:password.missing').max(200, 'account:password.wrong'),
    next: z.string().min(12, 'account:password.too-short').max(128, 'account:password.too-long'),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, { path: ['again'], message: 'account:password.differs' });

/** Everybody changes their own password, knowing the old one. */
@OfficeController('account/password', 'any')
export class PasswordController {
  constructor(
    private readonly pages: OfficePages,
    private readonly password: OwnPassword,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    return this.page(await this.pages.context(request), []);
  }

  @Post()
  async change(
    @Req() request: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { data, error } = Form.safeParse(body);
    const outcome = data && (await this.password.change(request.staff, data));
    if (outcome === 'changed') {
      response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.account, 'saved'));
      return;
    }
    const { t } = context;
    const refused = t(outcome === 'too-many' ? 'errors:too-many' : 'account:password.wrong');
    const errors = error ? fieldErrors(error, t) : [{ field: 'old', text: refused }];
    response
      .status(outcome === 'too-many' ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY)
      .type('html')
      .send(await this.page(context, errors));
  }

  private page(context: OfficeContext, errors: readonly FieldError[]): Promise<string> {
    const { t, staff } = context;
    const title = t('account:password.title');
    const view = { csrfToken: staff.csrfToken, email: staff.email, errors };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: null,
      body: OwnPasswordPage({ view, t }),
    });
  }
}
