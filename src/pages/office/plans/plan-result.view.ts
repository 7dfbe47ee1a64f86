import type { PlanReview, ReviewRow } from '../../../features/plans/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { PlanResultView } from '../../../templates/pages/office/plans/plan-result-page.js';
import type { OfficeContext } from '../office-context.js';
import { whenOf } from './plan-words.js';

/** What publishing a plan did, with the rows that came back. */
export function resultView(
  { plan, rows }: PlanReview,
  nameOf: (actor: string) => string,
  context: OfficeContext,
): PlanResultView {
  const { t, format } = context;
  const { booked, moved, notices } = plan.result ?? { booked: 0, moved: 0, notices: 0 };
  const conflicts = rows.filter(({ state }) => state === 'conflict');
  const at = plan.publishedAt ?? plan.createdAt;
  const by = { name: nameOf(plan.publishedBy ?? ''), day: format.numericDate(at), time: format.time(at) };
  return {
    lines: [
      t('plans:result.booked', { count: booked }),
      ...(moved > 0 ? [t('plans:result.moved', { count: moved })] : []),
      t('plans:result.notices', { count: notices }),
      t('plans:result.by', by),
    ],
    conflictsTitle: t('plans:result.conflicts', { count: conflicts.length }),
    conflicts: conflicts.map((row) => ({
      id: row.householdId,
      name: row.household.name,
      when: whenOf(row.place.startsAt, context),
      why: t(`plans:conflict.${row.conflict?.kind ?? 'taken'}`),
      link: linkOf(row, context),
    })),
    picture: { href: planPaths.view(plan.id, 'picture'), label: t('plans:review.view.picture') },
  };
}

/** A talk that could not be moved still stands; whoever has none is planned by hand. */
function linkOf(
  { moves, householdId, household }: ReviewRow,
  { t }: OfficeContext,
): PlanResultView['conflicts'][number]['link'] {
  const [href, key] = moves
    ? [officePaths.talk(moves.talkId), 'to-talk']
    : [officePaths.newTalk(householdId), 'by-hand'];
  const label = t(`plans:gap.${key}`);
  return { href, label, name: `${label}: ${household.name}` };
}
