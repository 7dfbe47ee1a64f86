import { Body, Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Household, Households, UpdateHousehold } from '../../../features/households/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { HouseholdFormPage } from '../../../templates/pages/office/household-form-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { fieldErrors } from '../form-errors.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { HouseholdConflict } from './household-conflict.js';
import { entriesOf, householdGroups, type HouseholdEntries } from './household.fields.js';
import { changeOf, HouseholdForm, typedEntries } from './household.forms.js';
import { nameOfHousehold } from './household.view.js';

type Typed = Readonly<Record<string, unknown>>;

/** The field that a refusal of the feature is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'household-without-email': 'email',
  'household-without-language': 'language-1',
  'household-reason-missing': 'reason',
};

/** Changing languages, contact, needs, note and status of a household. */
@OfficeController('households/:id/edit', 'plan')
export class HouseholdEditController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly update: UpdateHousehold,
    private readonly conflict: HouseholdConflict,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Param('id') id: string): Promise<string> {
    const context = await this.pages.context(request);
    const household = await this.households.get(context.office.id, readId(id));
    return this.form(context, household, entriesOf(household), []);
  }

  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const household = await this.households.get(context.office.id, readId(id));
    const typed = typedEntries(body, household);
    const outcome = await this.save(context, household, body);
    if (outcome === 'saved') {
      response.redirect(303, `${officePaths.household(household.id)}?done=saved`);
    } else if (outcome === 'changed-meanwhile') {
      const page = await this.conflict.page(context, household.id, typed);
      response.status(HttpStatus.CONFLICT).type('html').send(page);
    } else {
      const page = await this.form(context, household, typed, outcome);
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
    }
  }

  private async save(
    { office, staff, t }: OfficeContext,
    household: Household,
    body: Typed,
  ): Promise<'saved' | 'changed-meanwhile' | FieldError[]> {
    const form = HouseholdForm.safeParse(body);
    if (!form.success) return fieldErrors(form.error, t);
    const change = changeOf(form.data, household);
    if (Object.keys(change).length === 0) return 'saved';
    try {
      const outcome = await this.update.run({
        officeId: office.id,
        householdId: household.id,
        version: form.data.version,
        change,
        actor: `staff:${staff.id}`,
      });
      return outcome.kind === 'updated' ? 'saved' : 'changed-meanwhile';
    } catch (error) {
      const field = error instanceof DomainError ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof DomainError) || field === undefined) throw error;
      return [{ field, text: t(`errors:${error.code}`) }];
    }
  }

  private async form(
    context: OfficeContext,
    household: Household,
    entries: HouseholdEntries,
    errors: readonly FieldError[],
  ): Promise<string> {
    const { t, staff } = context;
    const languageNames = await this.languageNames.in(context.locale);
    const maySetState = household.openTalkId === null;
    const title = t('office:household.edit-title', { name: nameOfHousehold(household) });
    const view = {
      title,
      action: officePaths.editHousehold(household.id),
      csrfToken: staff.csrfToken,
      version: household.version,
      groups: householdGroups(entries, { t, languageNames, maySetState }),
      errors,
      backHref: officePaths.household(household.id),
    };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'inbox',
      body: HouseholdFormPage({ view, t }),
    });
  }
}
