import { Get, Header, Query, Req } from '@nestjs/common';
import { Audit } from '../../../features/audit/index.js';
import { I18n } from '../../../platform/i18n/i18n.js';
import { AuditPage } from '../../../templates/pages/office/audit-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { RecordsReading } from '../../shared/records-reading.js';
import { ActorNames } from '../actor-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { auditHref, filterOf, readAuditRequest } from './audit.forms.js';
import { auditFilters, auditLine } from './audit.view.js';

const PAGE_SIZE = 50;

/** *Protokoll*: who did what, for those who check on it; looking at it is recorded as well. */
@OfficeController('audit', 'audit')
export class OfficeAuditController {
  constructor(
    private readonly pages: OfficePages,
    private readonly audit: Audit,
    private readonly actors: ActorNames,
    private readonly i18n: I18n,
  ) {}

  @Get()
  @RecordsReading({ action: 'audit-read', subjectKind: 'office' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office } = context;
    const asked = readAuditRequest(query);
    const [entries, choices, nameOf] = await Promise.all([
      this.audit.list(office.id, { ...filterOf(asked, context), limit: PAGE_SIZE + 1 }),
      this.audit.choices(office.id),
      this.actors.of(office.id, t),
    ]);
    const shown = entries.slice(0, PAGE_SIZE);
    const words = { context, nameOf, i18n: this.i18n };
    const view = {
      summary: t('office:audit.summary'),
      filters: auditFilters(asked, choices, words),
      rows: shown.map((entry) => auditLine(entry, words)),
      empty:
        shown.length > 0
          ? null
          : { text: t('office:filter.nothing'), href: officePaths.audit, label: t('office:filter.reset') },
      first: asked.before === undefined ? null : auditHref(asked),
      next: entries.length > PAGE_SIZE ? auditHref(asked, shown.at(-1)?.id) : null,
    };
    const body = AuditPage({ view, t });
    return this.pages.render(context, { title: t('office:audit.title'), current: 'audit', body });
  }
}
