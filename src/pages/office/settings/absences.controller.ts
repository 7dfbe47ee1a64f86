import { Body, Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { absenceRecord, type ListedAbsence, SettingsLists } from '../../../features/settings/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { SettingsDaysPage } from '../../../templates/pages/office/settings/settings-days-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { absenceGroups, newAbsence, readAbsence } from './absences.forms.js';
import { ChangeDays } from './change-days.js';
import { approvedIn } from './displaces-pages.js';
import type { Choice } from './forms/fields.js';
import type { Entries } from './forms/settings-form.js';
import { entriesIn } from './typed-entries.js';

type Typed = Readonly<Record<string, unknown>>;

/** Absences of caseworkers and closures of rooms; planners enter them too, because illness does not wait. */
@OfficeController('settings/absences', 'plan')
export class AbsencesController {
  constructor(
    private readonly pages: OfficePages,
    private readonly lists: SettingsLists,
    private readonly days: ChangeDays,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    return this.page(await this.pages.context(request), newAbsence, []);
  }

  @Post()
  async add(@Req() request: OfficeRequest, @Body() body: Typed, @Res() response: Response): Promise<void> {
    const context = await this.pages.context(request);
    const entries = entriesIn(body, Object.keys(newAbsence));
    const reading = readAbsence(entries, context.office.timeZone);
    const isBack = body['do'] === 'back';
    if (isBack || 'error' in reading) {
      const errors = isBack || !('error' in reading) ? [] : fieldErrors(reading.error, context.t);
      const status = isBack ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
      response
        .status(status)
        .type('html')
        .send(await this.page(context, entries, errors));
      return;
    }
    const wanted = { action: settingsPaths.absences, fields: Object.entries(entries) };
    const wish = { what: { enter: [reading.values] }, wanted, approved: approvedIn(body) };
    await this.days.run(context, { record: absenceRecord, next: settingsPaths.absences, ...wish }, response);
  }

  @Post(':id/remove')
  async remove(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const wanted = { action: settingsPaths.removeAbsence(readId(id)), fields: [] };
    const wish = { what: { remove: [readId(id)] }, wanted, approved: approvedIn(body) };
    await this.days.run(context, { record: absenceRecord, next: settingsPaths.absences, ...wish }, response);
  }

  private async page(
    context: OfficeContext,
    entries: Entries,
    errors: readonly FieldError[],
  ): Promise<string> {
    const { t, staff, office } = context;
    const title = t('settings:section.absences');
    const [absences, who] = await Promise.all([this.lists.absences(office.id), this.whoIsThere(context)]);
    const view = {
      title,
      lead: t('settings:lead.absences'),
      empty: t('settings:empty.absences'),
      csrfToken: staff.csrfToken,
      action: settingsPaths.absences,
      days: absences.map((absence) => dayView(absence, context)),
      groups: who.length > 0 ? absenceGroups(entries, who, context) : [],
      submit: t('settings:add.absences'),
      errors,
      offers: [],
    };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'settings',
      body: SettingsDaysPage({ view, t }),
    });
  }

  private async whoIsThere({ office }: OfficeContext): Promise<Choice[]> {
    const [caseworkers, rooms] = await Promise.all([
      this.lists.caseworkers(office.id),
      this.lists.rooms(office.id),
    ]);
    return [
      ...caseworkers
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: `caseworker-${id}`, label: name })),
      ...rooms
        .filter(({ active }) => active)
        .map(({ id, name, siteName }) => ({ value: `room-${id}`, label: `${siteName}, ${name}` })),
    ];
  }
}

function dayView({ id, from, until, name, reason }: ListedAbsence, { t, format }: OfficeContext) {
  const moment = (instant: Date): string => `${format.numericDate(instant)} ${format.time(instant)}`;
  const action = settingsPaths.removeAbsence(id);
  return {
    key: String(id),
    when:
      until === null
        ? t('settings:facts.since', { when: moment(from) })
        : `${moment(from)} – ${moment(until)}`,
    what: name,
    below: reason,
    remove: { label: t('settings:remove'), action, fields: [] },
  };
}
