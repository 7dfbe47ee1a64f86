import { Get, Header, Req } from '@nestjs/common';
import { TariffExamples } from '../../../features/tariffs/index.js';
import { TariffsPage } from '../../../templates/pages/office/tariffs-page.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { tariffView } from './tariff.view.js';

/** *Tarife*: every version by which interpreters of the office are paid, in words and with an example. */
@OfficeController('tariffs', 'plan')
export class TariffsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly examples: TariffExamples,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office } = context;
    const examples = await this.examples.ofOffice(office.id);
    const tariffs = examples.map((example) => tariffView(example, context));
    return this.pages.render(context, {
      title: t('tariffs:page.title'),
      current: null,
      body: TariffsPage({ tariffs, t }),
    });
  }
}
