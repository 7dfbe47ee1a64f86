import { Get, Header, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { HouseholdQueries } from '../../../features/households/index.js';
import { HouseholdsPage, type HouseholdsView } from '../../../templates/pages/office/households-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { foundHousehold } from '../search/found-household.js';

const LIMIT = 25;

const Id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .optional()
  .catch(undefined);

/** Where and with whom; a value that is not known is left out. */
const PlaceQuery = z.object({
  day: z.iso.date().optional().catch(undefined),
  room: Id,
  caseworker: Id,
  interpreter: Id,
  who: z.string().trim().max(100).optional().catch(undefined),
});

/** «+ Termin» in the plan: for whom? Then the free times of that day and room or person. */
@OfficeController('talks/new', 'plan')
export class ChooseHouseholdController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: HouseholdQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, locale } = context;
    const { day, who = '', ...place } = PlaceQuery.parse(query);
    const filter = { state: 'open', search: who } as const;
    const found = await this.households.inbox(office.id, filter, { limit: LIMIT });
    const languageNames = await this.languageNames.in(locale);
    const places = Object.entries(place).filter(
      (part): part is [string, string] => typeof part[1] === 'string',
    );
    const days: [string, string][] =
      day === undefined
        ? []
        : [
            ['from', day],
            ['to', day],
          ];
    const where = new URLSearchParams([...days, ...places]);
    const view: HouseholdsView = {
      title: t('office:choose.title'),
      summary: t('office:choose.summary', { count: found.total }),
      search: {
        action: officePaths.chooseHousehold,
        value: who,
        hidden: [...(day === undefined ? [] : [['day', day] as const]), ...places],
      },
      rows: found.rows.map((row) =>
        foundHousehold(row, `${officePaths.newTalk(row.id)}?${where}`, { context, languageNames }),
      ),
      empty: t(who === '' ? 'office:inbox.empty' : 'office:search.nothing'),
      more: found.total > found.rows.length ? t('office:search.more', { count: found.rows.length }) : '',
    };
    const body = HouseholdsPage({ view, t });
    return this.pages.render(context, { title: view.title, current: 'week', body });
  }
}
