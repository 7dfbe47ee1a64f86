import type { WorklistCounts } from '../../features/worklist/index.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { NavigationItem } from '../../templates/components/office-header.js';

const keys = ['today', 'inbox', 'plans', 'week', 'worklist', 'delivery', 'import', 'texts'] as const;

/** Places of the main navigation. */
export type NavigationKey = (typeof keys)[number];

export function navigationOf(
  t: Translate,
  counts: WorklistCounts,
  current: NavigationKey | null,
): NavigationItem[] {
  const countOf: Partial<Record<NavigationKey, number>> = {
    inbox: counts.inbox,
    ...(counts.plans > 0 ? { plans: counts.plans } : {}),
    ...(counts.unsureTalks > 0 ? { worklist: counts.unsureTalks } : {}),
    ...(counts.deliveryErrors > 0 ? { delivery: counts.deliveryErrors } : {}),
  };
  return keys.map((key) => {
    const count = countOf[key] ?? null;
    return {
      href: `/office/${key}`,
      label: t(`office:navigation.${key}`),
      count,
      countMeaning: count === null ? '' : t(`office:navigation.${key}-count`, { count }),
      urgent: key === 'delivery' || key === 'worklist',
      current: key === current,
    };
  });
}
