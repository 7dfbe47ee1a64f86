import { Body, Get, Header, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SaveWeights } from '../../../features/offices/index.js';
import { WeightsEffects } from '../../../features/plans/index.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { WeightsPage } from '../../../templates/pages/office/plans/weights-page.js';
import { announcing } from '../banner.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { entriesOfWeights, weightFields, WeightsForm, weightsOf, type WeightField } from './weights.forms.js';
import { weightsView, type WeightsWorld } from './weights.view.js';

/** What the office's wishes are worth in money. */
@OfficeController('settings/weights', 'plan')
export class WeightsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly effects: WeightsEffects,
    private readonly save: SaveWeights,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const entries = entriesOfWeights(context.office.policies.weights);
    return this.page(context, { entries, errors: [], effect: { asked: false, found: undefined } });
  }

  /** `do=preview` shows the effect on the last plan and saves nothing. */
  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { office, staff, t } = context;
    const form = WeightsForm.safeParse(body);
    if (!form.success) {
      const errors = fieldErrors(form.error, t);
      const effect = { asked: false, found: undefined };
      const page = await this.page(context, { entries: typedEntries(body), errors, effect });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const weights = weightsOf(form.data);
    if (body['do'] === 'save') {
      await this.save.run({ officeId: office.id, actor: `staff:${staff.id}`, weights });
      response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.weights, 'saved'));
      return;
    }
    const found = await this.effects.run(office.id, office.policies.weights, weights);
    const effect = { asked: true, found };
    const page = await this.page(context, { entries: entriesOfWeights(weights), errors: [], effect });
    response.type('html').send(page);
  }

  private async page(context: OfficeContext, world: Omit<WeightsWorld, 'hourRappen'>): Promise<string> {
    const { t, office } = context;
    const hourRappen = await this.effects.hourRappen(office.id);
    const view = weightsView({ ...world, hourRappen }, context);
    const plain = t('plans:weights.title');
    const title = world.errors.length > 0 ? t('validation:title', { title: plain }) : plain;
    return this.pages.render(context, { title, current: 'plans', body: WeightsPage({ view, t }) });
  }
}

function typedEntries(body: Readonly<Record<string, unknown>>): Record<WeightField, string> {
  const typed = (field: WeightField): string => {
    const value = body[field];
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(weightFields.map((field) => [field, typed(field)])) as Record<
    WeightField,
    string
  >;
}
