import { Injectable } from '@nestjs/common';
import { LanguagesWithoutPlace } from '../../../features/worklist/index.js';
import type { DisplacedTalkView } from '../../../templates/pages/office/displaced-talks.js';
import type { OpenAnswerView } from '../../../templates/pages/office/open-answers.js';
import type { WithoutPlaceView } from '../../../templates/pages/office/without-place.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { dayFormat } from '../day-format.js';
import type { OfficeContext } from '../office-context.js';
import { AnswerViews } from './answer-views.js';
import { DisplacedViews } from './displaced-views.js';

/** What else waits: talks without their place, languages without one, and what came back by e-mail. */
interface WorklistSectionsView {
  readonly displaced: readonly DisplacedTalkView[];
  readonly withoutPlace: readonly WithoutPlaceView[];
  readonly answers: readonly OpenAnswerView[];
}

/** The sections of the worklist that are not about interpreters, in words. */
@Injectable()
export class WorklistSections {
  constructor(
    private readonly displaced: DisplacedViews,
    private readonly languages: LanguagesWithoutPlace,
    private readonly answers: AnswerViews,
  ) {}

  async of(
    context: OfficeContext,
    languageNames: ReadonlyMap<string, string>,
  ): Promise<WorklistSectionsView> {
    const { t, office, format } = context;
    const waiting = await this.languages.list(office.id);
    return {
      answers: await this.answers.of(context),
      displaced: await this.displaced.of(context, languageNames),
      withoutPlace: waiting.map(({ language, households, booked, targetOn, planId, publishedAt }) => ({
        key: language,
        title: t('office:worklist.no-place.title', { language: languageNames.get(language) ?? language }),
        why: t('office:worklist.no-place.why', { count: households }),
        note: t('office:worklist.no-place.note', {
          count: booked,
          day: format.numericDate(publishedAt),
          target: dayFormat(targetOn),
        }),
        links: [
          { href: planPaths.plan(planId), label: t('office:worklist.no-place.reasons') },
          {
            href: `${officePaths.inbox}?language=${language}`,
            label: t('office:worklist.no-place.households'),
          },
        ],
      })),
    };
  }
}
