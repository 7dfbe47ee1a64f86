import type { Plan } from '../../../features/plans/index.js';
import type { PlanComparisonView } from '../../../templates/pages/office/plans/plan-comparison-table.js';
import type { OfficeContext } from '../office-context.js';
import { dayFormat } from '../day-format.js';
import { money } from './plan-words.js';

/** The plan beside today and beside first come, first served, in words; null before there are figures. */
export function comparisonView(plan: Plan, context: OfficeContext): PlanComparisonView | null {
  const { totals } = plan;
  if (!totals) return null;
  const { t } = context;
  const saved = totals.firstCome.moneyRappen - totals.plan.moneyRappen;
  return {
    lines: [
      ...(saved > 0 ? [t('plans:compare.saved', { money: money(saved, context) })] : []),
      ...boundLine(plan, context),
    ],
    rows: rowsOf(totals, context),
  };
}

function rowsOf(
  { plan, firstCome, households, waitedDays }: NonNullable<Plan['totals']>,
  context: OfficeContext,
): PlanComparisonView['rows'] {
  const { t } = context;
  const francs = (rappen: number): string => money(rappen, context);
  const days = (sum: number, of: number): string =>
    of === 0 ? '–' : t('plans:compare.days', { count: Math.round(sum / of) });
  const day = (date: string | null): string => (date === null ? '–' : dayFormat(date));
  const lines: readonly (readonly [key: string, today: string, first: string, now: string])[] = [
    ['planned', '0', String(firstCome.planned), String(plan.planned)],
    ['in-time', '0', String(firstCome.inTime), String(plan.inTime)],
    ['money', francs(0), francs(firstCome.moneyRappen), francs(plan.moneyRappen)],
    ['trips', '0', String(firstCome.trips), String(plan.trips)],
    [
      'waiting',
      days(waitedDays, households),
      days(firstCome.waitingDays, firstCome.planned),
      days(plan.waitingDays, plan.planned),
    ],
    ['last-day', '–', day(firstCome.lastDay), day(plan.lastDay)],
  ];
  return lines.map(([key, today, first, now]) => ({
    measure: t(`plans:compare.${key}`),
    today,
    firstCome: first,
    plan: now,
  }));
}

/**
 * How far the plan can be from the best one. Households without a talk cost the same in both, so they are left out:
 * otherwise their high price would make every plan look good.
 */
function boundLine({ cost, bound }: Plan, { t }: OfficeContext): string[] {
  if (!cost || !bound) return [];
  const least = bound.total - cost.parts.unscheduled;
  if (least <= 0) return [];
  if (cost.total <= bound.total) return [t('plans:review.cheapest')];
  const percent = Math.max(0.1, ((cost.total - cost.parts.unscheduled) / least - 1) * 100);
  return [t('plans:review.bound', { percent: percent.toFixed(1) })];
}
