import { Injectable } from '@nestjs/common';
import { Households } from '../../../features/households/index.js';
import { HouseholdLadderQueries } from '../../../features/notices/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeTimeline } from '../office-timeline.js';
import { visibleTo } from '../visible-talks.js';
import type { HouseholdMaterial } from './household.view.js';

/** Reads everything that the page of one household shows. */
@Injectable()
export class HouseholdMaterials {
  constructor(
    private readonly households: Households,
    private readonly talks: TalkQueries,
    private readonly ladders: HouseholdLadderQueries,
    private readonly timeline: OfficeTimeline,
    private readonly languageNames: LanguageNames,
  ) {}

  /** Throws `household-not-found` when the office has none, or none that this member of staff may see. */
  async of(context: OfficeContext, householdId: number): Promise<HouseholdMaterial> {
    const { office, staff, locale } = context;
    const household = await this.households.get(office.id, householdId);
    const talks = visibleTo(staff, await this.talks.ofHousehold(office.id, household.id));
    if (talks.length === 0 && !roleAllows(staff.role, 'personal')) {
      throw new DomainError('household-not-found', 'not-found');
    }
    const talkIds = talks.map((talk) => talk.id);
    const [ladder, timeline, languageNames] = await Promise.all([
      this.ladders.of(office.id, householdId),
      this.timeline.ofHousehold(context, householdId, talkIds),
      this.languageNames.in(locale),
    ]);
    return { household, talks, ladder, timeline, languageNames };
  }
}
