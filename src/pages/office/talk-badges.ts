import type { Translate } from '../../platform/i18n/i18n.js';
import type { BadgeView } from '../../templates/components/badge.js';

const marks: Readonly<Record<string, Pick<BadgeView, 'tone' | 'symbol'>>> = {
  planned: { tone: 'proposed', symbol: '◇' },
  invited: { tone: 'sent', symbol: '✉' },
  confirmed: { tone: 'good', symbol: '●' },
  'change-requested': { tone: 'change', symbol: '↻' },
  cancelled: { tone: 'off', symbol: '✕' },
  held: { tone: 'good', symbol: '✓' },
  'no-show': { tone: 'bad', symbol: '∅' },
  stopped: { tone: 'change', symbol: '■' },
  written: { tone: 'off', symbol: '✎' },
};

/** Where a talk stands. */
export function talkBadge(state: string, t: Translate): BadgeView {
  return { tone: 'plain', symbol: '', ...marks[state], text: t(`office:talk-state.${state}`) };
}
