import { Body, Get, Header, HttpStatus, Post, Req, Res, SetMetadata } from '@nestjs/common';
import type { Response } from 'express';
import { closingRecord, SettingsLists } from '../../../features/settings/index.js';
import { publicHolidays } from '../../../features/offices/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { SettingsDaysPage } from '../../../templates/pages/office/settings/settings-days-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { ACCESS } from '../access.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { ChangeDays } from './change-days.js';
import { closingViews, holidayOffers } from './closings.view.js';
import { closingGroups, newClosing, readClosing } from './closings.forms.js';
import { approvedIn } from './displaces-pages.js';
import type { Entries } from './forms/settings-form.js';
import { type SettingsWorld, SettingsWorlds } from './settings-world.js';
import { entriesIn } from './typed-entries.js';

type Typed = Readonly<Record<string, unknown>>;

/** Closing days and half days of the sites, and the holidays of the canton. */
@OfficeController('settings/closings', 'settings')
export class ClosingsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worlds: SettingsWorlds,
    private readonly lists: SettingsLists,
    private readonly days: ChangeDays,
  ) {}

  @Get()
  @SetMetadata(ACCESS, 'plan')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    return this.page(await this.worlds.of(await this.pages.context(request)), newClosing, []);
  }

  @Post()
  async add(@Req() request: OfficeRequest, @Body() body: Typed, @Res() response: Response): Promise<void> {
    const world = await this.worlds.of(await this.pages.context(request));
    const { context } = world;
    const entries = entriesIn(body, Object.keys(newClosing));
    const reading = readClosing(entries, world);
    const isBack = body['do'] === 'back';
    if (isBack || 'error' in reading) {
      const errors = isBack || !('error' in reading) ? [] : fieldErrors(reading.error, context.t);
      const status = isBack ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
      response
        .status(status)
        .type('html')
        .send(await this.page(world, entries, errors));
      return;
    }
    const { values } = reading;
    const wanted = { action: settingsPaths.closings, fields: Object.entries(entries) };
    await this.change(context, { what: { enter: values }, wanted, approved: approvedIn(body) }, response);
  }

  /** Enters the holidays of the canton of one year for every site; those that are there already stay. */
  @Post('holidays')
  async holidays(
    @Req() request: OfficeRequest,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const world = await this.worlds.of(await this.pages.context(request));
    const { office, today } = world.context;
    const { year = '' } = entriesIn(body, ['year']);
    const days = body['do'] === 'back' ? [] : publicHolidays(office.canton, readId(year));
    const values = world.sites.flatMap(({ id }) =>
      days
        .filter(({ day }) => day >= today)
        .map(({ day, name }) => ({
          siteId: id,
          day,
          from: null,
          until: null,
          name,
          source: 'holiday' as const,
        })),
    );
    const wanted = { action: settingsPaths.holidays, fields: [['year', year] as const] };
    await this.change(
      world.context,
      { what: { enter: values }, wanted, approved: approvedIn(body) },
      response,
    );
  }

  /** Removes the closing of one day from every site that has it. */
  @Post('remove')
  async remove(@Req() request: OfficeRequest, @Body() body: Typed, @Res() response: Response): Promise<void> {
    const context = await this.pages.context(request);
    const { ids } = entriesIn(body, ['ids']);
    const remove = (ids ?? '').split(',').map(readId);
    const wanted = { action: settingsPaths.removeClosings, fields: [['ids', remove.join(',')] as const] };
    await this.change(context, { what: { remove }, wanted, approved: approvedIn(body) }, response);
  }

  private change(
    context: OfficeContext,
    wish: Omit<Parameters<ChangeDays['run']>[1], 'record' | 'next'>,
    response: Response,
  ): Promise<void> {
    const next = settingsPaths.closings;
    return this.days.run(context, { record: closingRecord, next, ...wish }, response);
  }

  private async page(world: SettingsWorld, entries: Entries, errors: readonly FieldError[]): Promise<string> {
    const { context } = world;
    const { t, staff, office, today } = context;
    const mayChange = roleAllows(staff.role, 'settings');
    const closings = await this.lists.closings(office.id, today);
    const title = t('settings:section.closings');
    const view = {
      title,
      lead: t('settings:lead.closings'),
      empty: t('settings:empty.closings'),
      csrfToken: staff.csrfToken,
      action: settingsPaths.closings,
      days: closingViews(closings, context, mayChange),
      groups: mayChange && world.sites.length > 0 ? closingGroups(entries, world) : [],
      submit: t('settings:add.closings'),
      errors,
      offers: mayChange && world.sites.length > 0 ? holidayOffers(closings, context) : [],
    };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'settings',
      body: SettingsDaysPage({ view, t }),
    });
  }
}
