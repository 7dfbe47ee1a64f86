import { Get, Header, Query, Req } from '@nestjs/common';
import { householdActions } from '../../../features/household-actions/index.js';
import { HouseholdQueries, type InboxCursor } from '../../../features/households/index.js';
import { SavedFilters } from '../../../features/saved-filters/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { InboxPage, type InboxView } from '../../../templates/pages/office/inbox-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { inboxFilters, isFiltered } from './inbox.filters.js';
import { savedFiltersView } from './saved-filters.view.js';
import { type InboxRequest, readInboxRequest } from './inbox.forms.js';
import { inboxRowView } from './inbox.view.js';

const PAGE_SIZE = 50;

/** *Eingang*: the households that wait for a talk, and by filter all others. */
@OfficeController('inbox', 'personal')
export class InboxController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: HouseholdQueries,
    private readonly savedFilters: SavedFilters,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office } = context;
    const asked = readInboxRequest(query);
    const [page, counts, saved, languageNames] = await Promise.all([
      this.households.inbox(office.id, asked.filter, { after: asked.after, limit: PAGE_SIZE }),
      this.households.counts(office.id),
      this.savedFilters.of(context.staff.id),
      this.languageNames.in(context.locale),
    ]);
    const view: InboxView = {
      summary: t('office:inbox.summary', { count: page.total }),
      filters: inboxFilters(asked, { t, counts, languageNames }),
      rows: page.rows.map((row) => inboxRowView(row, context, languageNames)),
      empty: page.rows.length === 0 ? emptyList(asked, t) : null,
      first: asked.after && page.rows.length > 0 ? hrefOf(asked) : null,
      next: page.next ? hrefOf(asked, page.next) : null,
      bulk: page.rows.length > 0 ? bulkOf(asked, page.total, context) : null,
      saved: savedFiltersView(saved, asked, context),
    };
    const title = t('office:inbox.title');
    return this.pages.render(context, {
      title,
      current: 'inbox',
      body: InboxPage({ view, t }),
      live: ['household', 'talk', 'arrival-import'],
    });
  }
}

function bulkOf({ chosen }: InboxRequest, total: number, { t, staff }: OfficeContext): InboxView['bulk'] {
  if (!roleAllows(staff.role, 'plan')) return null;
  return {
    label: t('jobs:bulk.label'),
    options: householdActions.map((value) => ({ value, label: t(`jobs:bulk.action.${value}`) })),
    everyone: total > PAGE_SIZE ? t('jobs:bulk.everyone', { count: total }) : null,
    filters: Object.entries(chosen).filter(([, value]) => value !== ''),
  };
}

function emptyList(asked: InboxRequest, t: Translate): InboxView['empty'] {
  return isFiltered(asked) || asked.after
    ? { text: t('office:filter.nothing'), href: officePaths.inbox, label: t('office:filter.reset') }
    : { text: t('office:inbox.empty'), href: officePaths.import, label: t('office:inbox.to-import') };
}

function hrefOf({ chosen }: InboxRequest, after?: InboxCursor): string {
  return officePaths.inboxWith({ ...chosen, ...(after && { after: `${after.targetOn}_${after.id}` }) });
}
