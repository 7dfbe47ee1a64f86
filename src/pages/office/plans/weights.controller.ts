import { Body, Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SaveWeights } from '../../../features/offices/index.js';
import { TryWeights, WeightsEffects } from '../../../features/plans/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
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

/** What the office's wishes are worth in money: planners look and try out, administrators save. */
@OfficeController('settings/weights', 'plan')
export class WeightsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly effects: WeightsEffects,
    private readonly trials: TryWeights,
    private readonly save: SaveWeights,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const entries = entriesOfWeights(context.office.policies.weights);
    return this.page(context, { entries, errors: [], effect: null });
  }

  /** A search with other weights: while it goes on, and what it found. */
  @Get('trials/:id')
  async trial(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const trial = await this.trials.get(context.office.id, id);
    const entries = entriesOfWeights(trial.tried);
    if (trial.state === 'waiting' || trial.state === 'running') response.setHeader('Refresh', '2');
    response
      .type('html')
      .send(await this.page(context, { entries, errors: [], effect: { kind: 'trial', trial } }));
  }

  /** `do=preview` prices the last plan, `do=try` searches a new one; only `do=save` saves anything. */
  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const form = WeightsForm.safeParse(body);
    if (!form.success) {
      const errors = fieldErrors(form.error, context.t);
      const page = await this.page(context, { entries: typedEntries(body), errors, effect: null });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const weights = weightsOf(form.data);
    const address = await this.addressAfter(body['do'], weights, context);
    if (address !== undefined) {
      response.redirect(HttpStatus.SEE_OTHER, address);
      return;
    }
    const { office } = context;
    const found = await this.effects.run(office.id, office.policies.weights, weights);
    const effect = { kind: 'price', found } as const;
    response
      .status(HttpStatus.OK)
      .type('html')
      .send(await this.page(context, { entries: entriesOfWeights(weights), errors: [], effect }));
  }

  /** Where saving or trying out leads; undefined when there is nothing but a price to show. */
  private async addressAfter(
    action: unknown,
    weights: Weights,
    { office, staff }: OfficeContext,
  ): Promise<string | undefined> {
    const whose = { officeId: office.id, actor: `staff:${staff.id}` };
    if (action === 'save') {
      if (!roleAllows(staff.role, 'settings')) throw new DomainError('forbidden', 'forbidden');
      await this.save.run({ ...whose, weights });
      return announcing(planPaths.weights, 'saved');
    }
    if (action !== 'try') return undefined;
    const trialId = await this.trials.run({ ...whose, present: office.policies.weights, tried: weights });
    return trialId && planPaths.weightTrial(trialId);
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

type Weights = ReturnType<typeof weightsOf>;

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
