import { Get, Header, Param, Req } from '@nestjs/common';
import { Households } from '../../../features/households/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { HouseholdPage } from '../../../templates/pages/office/household-page.js';
import { RecordsReading } from '../../shared/records-reading.js';
import { LanguageNames } from '../language-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficeTimeline } from '../office-timeline.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { visibleTo } from '../visible-talks.js';
import { householdView } from './household.view.js';

/** One household with its people, talks and history. */
@OfficeController('households/:id', 'own')
export class HouseholdController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly talks: TalkQueries,
    private readonly timeline: OfficeTimeline,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @RecordsReading({ action: 'household-read', subjectKind: 'household', parameter: 'id' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Param('id') id: string): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, staff } = context;
    const household = await this.households.get(office.id, readId(id));
    const talks = visibleTo(staff, await this.talks.ofHousehold(office.id, household.id));
    if (talks.length === 0 && !roleAllows(staff.role, 'personal')) {
      throw new DomainError('household-not-found', 'not-found');
    }
    const timeline = await this.timeline.ofHousehold(
      context,
      household.id,
      talks.map((talk) => talk.id),
    );
    const languageNames = await this.languageNames.in(context.locale);
    const view = householdView({ household, talks, timeline, languageNames }, context);
    return this.pages.render(context, {
      title: `${view.name}, ${view.reference}`,
      current: 'inbox',
      body: HouseholdPage({ view, t }),
    });
  }
}
