import { Get, Header, Query, Req } from '@nestjs/common';
import { HouseholdQueries, type InboxRow } from '../../../features/households/index.js';
import { HouseholdsPage, type HouseholdsView } from '../../../templates/pages/office/households-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { foundHousehold } from './found-household.js';

const LIMIT = 50;
const LEAST_LETTERS = 2;
const MOST_LETTERS = 100;

/** Search by name, case number or phone number, over every state. */
@OfficeController('search', 'personal')
export class SearchController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: HouseholdQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query('q') q: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, locale } = context;
    const wanted = typeof q === 'string' ? q.trim().slice(0, MOST_LETTERS) : '';
    const isLongEnough = wanted.length >= LEAST_LETTERS;
    const nothing = { rows: [] as InboxRow[], total: 0 };
    const found = isLongEnough
      ? await this.households.inbox(office.id, { search: wanted }, { limit: LIMIT })
      : nothing;
    const languageNames = await this.languageNames.in(locale);
    const view: HouseholdsView = {
      title: wanted === '' ? t('office:search.title') : t('office:search.title-for', { wanted }),
      summary: isLongEnough ? t('office:search.found', { count: found.total }) : '',
      search: null,
      rows: found.rows.map((row) =>
        foundHousehold(row, officePaths.household(row.id), { context, languageNames }),
      ),
      empty: t(isLongEnough ? 'office:search.nothing' : 'office:search.too-short'),
      more: found.total > found.rows.length ? t('office:search.more', { count: found.rows.length }) : '',
    };
    const body = HouseholdsPage({ view, t });
    return this.pages.render(context, { title: view.title, current: null, body });
  }
}
