import { Body, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { renderSVG } from 'uqr';
import { SecondFactors } from '../../../features/staff/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { RecoveryCodesPage, SecondFactorPage } from '../../../templates/pages/office/second-factor-page.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

type Typed = Readonly<Record<string, unknown>>;

/** Setting up the second factor of one's own account, and switching it off by a code. */
@OfficeController('account/second-factor', 'any')
export class SecondFactorController {
  constructor(
    private readonly pages: OfficePages,
    private readonly factors: SecondFactors,
  ) {}

  @Get()
  async show(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    await this.answer(await this.pages.context(request), response, []);
  }

  /** The recovery codes are on the answer to the first right code, and nowhere else. */
  @Post()
  async confirm(
    @Req() request: OfficeRequest,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const codes = await this.factors.confirm(request.staff, codeIn(body));
    if (!codes) {
      await this.answer(context, response, ['account:code-wrong']);
      return;
    }
    const { t } = context;
    const page = RecoveryCodesPage({ codes, t });
    const title = t('account:recovery.title');
    response.type('html').send(await this.pages.render(context, { title, current: null, body: page }));
  }

  @Post('remove')
  async remove(@Req() request: OfficeRequest, @Body() body: Typed, @Res() response: Response): Promise<void> {
    const { id, officeId } = request.staff;
    if (await this.factors.use(officeId, id, codeIn(body))) {
      await this.factors.remove(request.staff);
      response.redirect(303, officePaths.account);
      return;
    }
    await this.answer(await this.pages.context(request), response, ['account:code-wrong']);
  }

  private async answer(context: OfficeContext, response: Response, errors: readonly string[]): Promise<void> {
    const { t, staff } = context;
    const enrolment = await this.factors.enrol(staff);
    const view = {
      csrfToken: staff.csrfToken,
      isRequired: staff.mustEnrol,
      enrolment: enrolment
        ? { secret: grouped(enrolment.secret), picture: pictureOf(enrolment.address) }
        : null,
      errors: errors.map((key) => ({ field: 'code', text: t(key) })),
    };
    const title = t('account:factor.title');
    const page = await this.pages.render(context, {
      title,
      current: null,
      body: SecondFactorPage({ view, t }),
    });
    if (errors.length > 0) response.status(HttpStatus.UNPROCESSABLE_ENTITY);
    response.type('html').send(page);
  }
}

const codeIn = (body: Typed): string => (typeof body['code'] === 'string' ? body['code'].slice(0, 40) : '');

/** Four letters at a time can be typed from a screen. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

const pictureOf = (address: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(renderSVG(address)).toString('base64')}`;
