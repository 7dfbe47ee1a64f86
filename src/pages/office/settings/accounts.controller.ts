import { Body, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  AccountPasswords,
  type AccountSettings,
  accountRecord,
  ChangeSettings,
} from '../../../features/settings/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { PasswordPage } from '../../../templates/pages/office/settings/password-page.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { accountForm } from './forms/account.form.js';
import { RecordPages } from './record-pages.js';
import { sectionNamed } from './settings-sections.js';
import { SettingsWorlds } from './settings-world.js';
import { entriesIn } from './typed-entries.js';

/** New accounts and new passwords: each password is shown once, to be handed over in person. */
@OfficeController('settings/accounts', 'settings')
export class AccountsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worlds: SettingsWorlds,
    private readonly records: RecordPages,
    private readonly change: ChangeSettings,
    private readonly passwords: AccountPasswords,
  ) {}

  @Post('new')
  async open(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const world = await this.worlds.of(await this.pages.context(request));
    const entries = entriesIn(body, Object.keys(accountForm.entriesOf(null, world)));
    const reading = accountForm.read(entries, world);
    const opened =
      reading.kind === 'wrong' ? reading.errors : await this.opened(reading.values, world.context);
    if (typeof opened === 'string') {
      response.type('html').send(await this.page(world.context, entries['name'] ?? '', opened));
      return;
    }
    const shown = { section: sectionNamed('accounts'), id: null, mark: '', entries, errors: opened };
    response
      .status(HttpStatus.UNPROCESSABLE_ENTITY)
      .type('html')
      .send(await this.records.form(shown, world));
  }

  @Post(':id/password')
  async renew(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { office, staff } = context;
    const { values } = await this.change.seen(accountRecord, office.id, readId(id));
    const whose = { officeId: office.id, actor: `staff:${staff.id}` };
    const password = await this.passwords.renew(whose, readId(id));
    response.type('html').send(await this.page(context, (values as AccountSettings).name, password));
  }

  /** The password, or why there is no account. */
  private async opened(
    account: AccountSettings,
    { office, staff, t }: OfficeContext,
  ): Promise<string | FieldError[]> {
    try {
      return await this.passwords.open({ officeId: office.id, actor: `staff:${staff.id}` }, account);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'email-taken') throw error;
      return [{ field: 'email', text: t('errors:email-taken') }];
    }
  }

  private page(context: OfficeContext, name: string, password: string): Promise<string> {
    const { t } = context;
    const title = t('settings:account.password-title', { name });
    return this.pages.render(context, {
      title,
      current: 'settings',
      body: PasswordPage({ title, password, t }),
    });
  }
}
