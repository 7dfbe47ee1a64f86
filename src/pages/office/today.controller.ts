import { Get, Header, Req } from '@nestjs/common';
import { TodayPage } from '../../templates/pages/office/today-page.js';
import { OfficeController } from './office-controller.js';
import { OfficePages } from './office-pages.js';
import type { OfficeRequest } from './office-request.js';

/** *Heute*: the talks of the day, and what waits for somebody. */
@OfficeController('today', 'personal')
export class TodayController {
  constructor(private readonly pages: OfficePages) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t } = context;
    const view = { day: context.format.longDate(context.now) };
    return this.pages.render(context, {
      title: t('office:today.title'),
      current: 'today',
      body: TodayPage({ view, t }),
    });
  }
}
