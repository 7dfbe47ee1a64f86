import { Get, Header, Req } from '@nestjs/common';
import { DuplicateQueries } from '../../../features/duplicates/index.js';
import { DuplicatesPage } from '../../../templates/pages/office/duplicates-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { dayFormat } from '../day-format.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

const MOST_SHOWN = 100;

/** Households with somebody of the same name and birth date, two by two. */
@OfficeController('duplicates', 'plan')
export class DuplicatesController {
  constructor(
    private readonly pages: OfficePages,
    private readonly duplicates: DuplicateQueries,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office } = context;
    const pairs = (await this.duplicates.pairs(office.id, MOST_SHOWN)).map((pair) => ({
      href: `${officePaths.merge(pair.firstId)}?with=${pair.secondId}`,
      name: pair.name,
      born: dayFormat(pair.born),
      references: `${pair.firstReference}, ${pair.secondReference}`,
    }));
    const body = DuplicatesPage({ view: { pairs }, t });
    return this.pages.render(context, { title: t('office:duplicates.title'), current: 'inbox', body });
  }
}
