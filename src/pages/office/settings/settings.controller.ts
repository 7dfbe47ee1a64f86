import { Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequestSignIn } from '../../../features/interpreters/index.js';
import { ChangeSettings, FirstStepQueries, interpreterRecord } from '../../../features/settings/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import { SettingsOverviewPage } from '../../../templates/pages/office/settings/settings-overview-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { ACCESS } from '../access.js';
import { announcing } from '../banner.js';
import { SetMetadata } from '@nestjs/common';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { firstStepViews } from './first-steps.view.js';
import { overviewGroups } from './overview.js';

/** *Einstellungen*: what there is to set, and what is missing until the first invitation. */
@OfficeController('settings', 'settings')
export class SettingsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly steps: FirstStepQueries,
    private readonly change: ChangeSettings,
    private readonly signIn: RequestSignIn,
  ) {}

  @Get()
  @SetMetadata(ACCESS, 'plan')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, staff, office } = context;
    const title = t('settings:title');
    const view = {
      mayChange: roleAllows(staff.role, 'settings'),
      steps: firstStepViews(await this.steps.of(office.id), t),
      groups: overviewGroups(staff.role, t),
    };
    return this.pages.render(context, {
      title,
      current: 'settings',
      body: SettingsOverviewPage({ view, t }),
    });
  }

  /** Sends an interpreter the link to their own pages. */
  @Post('interpreters/:id/invite')
  async invite(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const interpreterId = readId(id);
    await this.change.seen(interpreterRecord, request.staff.officeId, interpreterId);
    await this.signIn.again(interpreterId, '/interpreter');
    const next = settingsPaths.record('interpreters', interpreterId);
    response.redirect(HttpStatus.SEE_OTHER, announcing(next, 'link-sent'));
  }
}
