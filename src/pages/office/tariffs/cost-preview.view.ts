import type { ChangePreview, Unpriced } from '../../../features/tariffs/index.js';
import type { CostPreviewView } from '../../../templates/components/cost-preview.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { costTable, francs, isOpen, momentWords, numericDay } from './cost-words.js';

/** What calling a talk off or moving it costs because of its interpreter; null when it has none. */
export function costPreviewView(
  preview: ChangePreview | Unpriced | undefined,
  change: 'cancel' | 'move',
  context: OfficeContext,
): CostPreviewView | null {
  if (!preview) return null;
  const { t } = context;
  const title = t('tariffs:cost.title', { name: preview.interpreterName });
  if (preview.tariff === null)
    return { title, now: t(`tariffs:cost.${preview.why}`), otherTimes: [], notes: [], computation: null };
  const { cost, tariff } = preview;
  return {
    title,
    now: t(`tariffs:cost.now-${change}`, { amount: francs(cost.total, t) }),
    otherTimes: otherTimes(cost, context),
    notes: notesOf(preview, change, t),
    computation: {
      ...costTable(cost, t),
      tariff: tariffWords(tariff, t),
      tariffHref: `${officePaths.tariffs}#${tariff.code}-${tariff.validFrom}`,
    },
  };
}

/** Until when it cost less, and after when it costs more. */
function otherTimes(cost: ChangePreview['cost'], { t, format }: OfficeContext): string[] {
  const when = (instant: string): string => momentWords(instant, format);
  return cost.prices.flatMap(({ until, total }, index) => {
    const amount = francs(total, t);
    if (total < cost.total) return [t('tariffs:cost.until', { when: when(until), amount })];
    const from = cost.prices[index - 1]?.until;
    if (total === cost.total || from === undefined) return [];
    return [t('tariffs:cost.after', { when: when(from), amount })];
  });
}

function notesOf(
  { cost, visit, next }: ChangePreview,
  change: 'cancel' | 'move',
  t: OfficeContext['t'],
): string[] {
  return [
    ...(cost.lines.some(isOpen) ? [t('tariffs:cost.open')] : []),
    ...(visit && change === 'cancel'
      ? [t('tariffs:cost.visit', { before: francs(visit.before, t), after: francs(visit.after, t) })]
      : []),
    ...(next === null
      ? []
      : [t('tariffs:cost.next', { amount: francs(next, t), total: francs(cost.total + next, t) })]),
    t('tariffs:cost.whose'),
  ];
}

function tariffWords(
  { name, validFrom }: { name: string; validFrom: string },
  t: OfficeContext['t'],
): string {
  return t('tariffs:cost.tariff', { name, date: numericDay(validFrom) });
}
