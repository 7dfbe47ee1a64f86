import type { MoveReason, ReviewRow } from '../../../features/plans/index.js';
import type { PlanMoveView } from '../../../templates/pages/office/plans/plan-row-line.js';
import type { OfficeContext } from '../office-context.js';
import { interpreterOf, money, whenOf, whereOf } from './plan-words.js';

/** What the household of a row was told, and why it moves; null when it was told nothing. */
export function moveView(
  { moves }: Pick<ReviewRow, 'moves'>,
  { names }: { readonly names: ReadonlyMap<number, string> },
  context: OfficeContext,
): PlanMoveView | null {
  if (!moves) return null;
  const { t } = context;
  const { place, why, isConfirmed } = moves;
  return {
    mark: t(isConfirmed ? 'plans:move.mark-confirmed' : 'plans:move.mark'),
    was: [whenOf(place.startsAt, context), whereOf(place, context), interpreterIn(place, context)]
      .filter(Boolean)
      .join(', '),
    why: reasonWords(why, names, context),
  };
}

function interpreterIn(place: ReviewRow['place'], context: OfficeContext): string {
  return place.interpreterName === null ? '' : interpreterOf(place, context);
}

function reasonWords(why: MoveReason, names: ReadonlyMap<number, string>, context: OfficeContext): string {
  const { t } = context;
  if (why.kind === 'saves') return t('plans:move.saves', { money: money(why.rappen, context) });
  if (why.kind === 'absence') return t(`plans:move.absence.${why.rule}`, { names: why.names.join(', ') });
  const known = why.householdIds.flatMap((id) => names.get(id) ?? []);
  return t('plans:move.makes-room', { names: known.join(', ') || t('plans:move.others') });
}
