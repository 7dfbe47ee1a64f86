import type { ReviewGap } from '../../../features/plans/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { PlanGapView } from '../../../templates/pages/office/plans/plan-gaps-section.js';
import type { OfficeContext } from '../office-context.js';
import { hintWords, obstacleWords } from './plan-obstacles.js';
import { languageWord, whenOf, type LanguageWords } from './plan-words.js';

/** A household without a talk, or without the one it was told of: why, and what staff can do. */
export function gapView(gap: ReviewGap, languageNames: LanguageWords, context: OfficeContext): PlanGapView {
  const { t } = context;
  const { household } = gap;
  const { name } = household;
  const link = (href: string, key: string): PlanGapView['links'][number] => ({
    href,
    label: t(`plans:gap.${key}`),
    name: `${t(`plans:gap.${key}`)}: ${name}`,
  });
  const language = languageWord(household.languages[0], languageNames);
  return {
    id: gap.householdId,
    name,
    about: [household.reference, language, household.municipality].filter(Boolean).join(' · '),
    obstacles: obstacleWords(gap.obstacles, household, { ...context, languageNames }),
    hints: hintWords(gap, context),
    announced: announcedWords(gap, context),
    links: [
      gap.announced
        ? link(officePaths.talk(gap.announced.talkId), 'to-talk')
        : link(officePaths.newTalk(household.id), 'by-hand'),
      link(officePaths.household(household.id), 'household'),
    ],
  };
}

/** What the household was told, and why that cannot be. */
function announcedWords({ announced }: ReviewGap, context: OfficeContext): string | null {
  if (!announced) return null;
  const { t } = context;
  const why = t(`plans:gap.obstacle.${announced.rule}`, { names: announced.names.join(', ') });
  return `${t('plans:gap.announced', { when: whenOf(announced.startsAt, context) })}: ${why}.`;
}
