import { type Access, type Role, roleAllows } from '../../features/staff/index.js';
import type { WorklistCounts } from '../../features/worklist/index.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { NavigationItem } from '../../templates/components/office-header.js';

/** Places of the main navigation, and what each asks of its reader. */
const places = {
  today: 'own',
  municipality: 'municipality',
  inbox: 'personal',
  plans: 'plan',
  week: 'own',
  worklist: 'plan',
  delivery: 'personal',
  import: 'plan',
  texts: 'personal',
  reports: 'counts',
  audit: 'audit',
  settings: 'plan',
} as const satisfies Readonly<Record<string, Access>>;

export type NavigationKey = keyof typeof places;

const keys = Object.keys(places) as NavigationKey[];

/** What the role may open, and nothing else. */
export function navigationOf(
  role: Role,
  t: Translate,
  counts: WorklistCounts,
  current: NavigationKey | null,
): NavigationItem[] {
  const talks =
    counts.unsureTalks + counts.displacedTalks + counts.languagesWithoutPlace + counts.openAnswers;
  const countOf: Partial<Record<NavigationKey, number>> = {
    inbox: counts.inbox,
    ...(counts.plans > 0 ? { plans: counts.plans } : {}),
    ...(talks > 0 ? { worklist: talks } : {}),
    ...(counts.deliveryErrors > 0 ? { delivery: counts.deliveryErrors } : {}),
  };
  const open = keys.filter((key) => roleAllows(role, places[key]));
  return open.map((key) => {
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
