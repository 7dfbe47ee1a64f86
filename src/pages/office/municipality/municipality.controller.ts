import { Body, Get, Header, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { HouseholdQueries } from '../../../features/households/index.js';
import { AccountMunicipality } from '../../../features/municipalities/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { MunicipalityPage, ReferralPage } from '../../../templates/pages/office/municipality-pages.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { RecordsReading } from '../../shared/records-reading.js';
import { announcing } from '../banner.js';
import { dayFormat } from '../day-format.js';
import { inboxRowView } from '../inbox/inbox.view.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { referralFields, referralGroups } from './referral.forms.js';
import { SaveReferral } from './save-referral.js';

const MOST_SHOWN = 200;

/** What a municipality sees: how its own households stand, and a form to refer another one. */
@OfficeController('municipality', 'municipality')
export class MunicipalityController {
  constructor(
    private readonly pages: OfficePages,
    private readonly accounts: AccountMunicipality,
    private readonly households: HouseholdQueries,
    private readonly languageNames: LanguageNames,
    private readonly saving: SaveReferral,
  ) {}

  @Get()
  @RecordsReading({ action: 'households-listed', subjectKind: 'office' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, staff, locale } = context;
    const own = await this.accounts.of(office.id, staff.id);
    const names = await this.languageNames.in(locale);
    const found = own
      ? await this.households.inbox(office.id, { municipality: own.bfsNumber }, { limit: MOST_SHOWN })
      : { rows: [], total: 0 };
    const title = own ? t('office:municipality.title', { name: own.name }) : t('office:role.municipality');
    const view = {
      title,
      isBound: own !== undefined,
      rows: found.rows.map((row) => {
        const { id, name, language, state } = inboxRowView(row, context, names);
        return { id, name, language, state, arrived: dayFormat(row.arrivedOn) };
      }),
      more: found.total > MOST_SHOWN ? t('office:search.more', { count: MOST_SHOWN }) : '',
    };
    const body = MunicipalityPage({ view, t });
    return this.pages.render(context, { title, current: 'municipality', body });
  }

  @Get('refer')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async form(@Req() request: OfficeRequest): Promise<string> {
    return this.referral(await this.pages.context(request), {}, []);
  }

  @Post('refer')
  async refer(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const typed = Object.fromEntries(
      referralFields.map((name) => [name, typeof body[name] === 'string' ? body[name] : '']),
    );
    const own = await this.accounts.of(context.office.id, context.staff.id);
    const errors = own ? await this.saving.run(typed, own, context) : [];
    if (errors.length === 0) {
      const list = officePaths.municipality;
      response.redirect(HttpStatus.SEE_OTHER, own ? announcing(list, 'saved') : list);
      return;
    }
    response
      .status(HttpStatus.UNPROCESSABLE_ENTITY)
      .type('html')
      .send(await this.referral(context, typed, errors));
  }

  private async referral(
    context: OfficeContext,
    typed: Readonly<Record<string, string>>,
    errors: readonly FieldError[],
  ): Promise<string> {
    const { t, staff, locale } = context;
    const title = t('office:municipality.refer');
    const groups = referralGroups(typed, await this.languageNames.in(locale), context);
    const view = { title, csrfToken: staff.csrfToken, groups, errors };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'municipality',
      body: ReferralPage({ view, t }),
    });
  }
}
