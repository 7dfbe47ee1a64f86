import type { HouseholdState } from '../../features/households/index.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { BadgeView } from '../../templates/components/badge.js';

const marks: Readonly<Record<HouseholdState, Pick<BadgeView, 'tone' | 'symbol'>>> = {
  open: { tone: 'plain', symbol: '○' },
  planned: { tone: 'sent', symbol: '◷' },
  done: { tone: 'good', symbol: '✓' },
  written: { tone: 'off', symbol: '✎' },
  'not-invited': { tone: 'off', symbol: '–' },
  'moved-away': { tone: 'off', symbol: '→' },
};

/** Where a household stands. */
export function householdBadge(state: HouseholdState, t: Translate): BadgeView {
  return { ...marks[state], text: t(`office:household-state.${state}`) };
}
