import { Get, Header, Query, Req } from '@nestjs/common';
import { MailLimits, NoticeQueries } from '../../../features/notices/index.js';
import { I18n, type Translate } from '../../../platform/i18n/i18n.js';
import { DeliveryPage, type DeliveryView } from '../../../templates/pages/office/delivery-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { type DeliveryRequest, deliveryHref, filterOf, readDeliveryRequest } from './delivery.forms.js';
import { deliveryFilters, deliveryRow, holdView, limitView } from './delivery.view.js';

const PAGE_SIZE = 50;

/** *Zustellung*: every notice with how far it came. */
@OfficeController('delivery', 'personal')
export class DeliveryController {
  constructor(
    private readonly pages: OfficePages,
    private readonly notices: NoticeQueries,
    private readonly languageNames: LanguageNames,
    private readonly i18n: I18n,
    private readonly limits: MailLimits,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, locale, staff } = context;
    const asked = readDeliveryRequest(query);
    const [page, counts, languageNames, limits, hold] = await Promise.all([
      this.notices.delivery(office.id, filterOf(asked), { before: asked.before, limit: PAGE_SIZE }),
      this.notices.counts(office.id),
      this.languageNames.in(locale),
      this.limits.list(),
      this.limits.hold(),
    ]);
    const view: DeliveryView = {
      summary: t('office:delivery.summary', { count: counts.trouble ?? 0 }),
      csrfToken: staff.csrfToken,
      filters: deliveryFilters(asked, counts, context),
      rows: page.rows.map((row) => deliveryRow(row, { context, languageNames, i18n: this.i18n })),
      limits: [...(hold ? [holdView(hold, t)] : []), ...limits.map((limit) => limitView(limit, t))],
      letters: lettersLink(counts['to-print'] ?? 0, t),
      empty: page.rows.length === 0 ? emptyList(asked, t) : null,
      first: asked.before === undefined ? null : deliveryHref(asked),
      next: page.next === undefined ? null : deliveryHref(asked, page.next),
    };
    const title = t('office:delivery.title');
    return this.pages.render(context, {
      title,
      current: 'delivery',
      body: DeliveryPage({ view, t }),
      live: ['notice', 'household'],
    });
  }
}

function lettersLink(count: number, t: Translate): DeliveryView['letters'] {
  return count === 0 ? null : { href: officePaths.letters, label: t('office:letters.waiting', { count }) };
}

function emptyList(asked: DeliveryRequest, t: Translate): NonNullable<DeliveryView['empty']> {
  const label = t('office:filter.reset');
  if (asked.state === 'trouble')
    return { text: t('office:delivery.no-trouble'), href: officePaths.delivery, label };
  return asked.state !== undefined || asked.kind !== undefined || asked.before !== undefined
    ? { text: t('office:filter.nothing'), href: officePaths.delivery, label }
    : { text: t('office:delivery.empty'), href: officePaths.inbox, label: t('office:inbox.title') };
}
