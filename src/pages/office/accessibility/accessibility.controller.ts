import { Get, Header, Req } from '@nestjs/common';
import { Offices } from '../../../features/offices/index.js';
import { OfficeAccessibilityPage } from '../../../templates/pages/office/accessibility-page.js';
import { statementDate } from '../../shared/accessibility-statement.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

/** The statement of accessibility (eCH-0059) for staff, with what is not accessible yet and whom to tell. */
@OfficeController('accessibility', 'any')
export class OfficeAccessibilityController {
  constructor(
    private readonly pages: OfficePages,
    private readonly offices: Offices,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, today, format } = context;
    const { name, email, phone } = await this.offices.profileOn(office.id, today);
    const view = { office: name, email, phone, date: format.numericDate(statementDate) };
    const body = OfficeAccessibilityPage({ view, t });
    return this.pages.render(context, { title: t('office:accessibility.title'), current: null, body });
  }
}
