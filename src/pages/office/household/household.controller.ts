import { Get, Header, Param, Req } from '@nestjs/common';
import { HouseholdPage } from '../../../templates/pages/office/household-page.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { HouseholdMaterials } from './household-material.js';
import { householdView } from './household.view.js';

/** One household with its people, talks, ladder and history. */
@OfficeController('households/:id', 'own')
export class HouseholdController {
  constructor(
    private readonly pages: OfficePages,
    private readonly materials: HouseholdMaterials,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Param('id') id: string): Promise<string> {
    const context = await this.pages.context(request);
    const view = householdView(await this.materials.of(context, readId(id)), context);
    return this.pages.render(context, {
      title: `${view.name}, ${view.reference}`,
      current: 'inbox',
      body: HouseholdPage({ view, t: context.t }),
    });
  }
}
