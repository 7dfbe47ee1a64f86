import type { DeliveryState } from '../../features/notices/index.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { BadgeView } from '../../templates/components/badge.js';

const marks: Readonly<Record<DeliveryState, Pick<BadgeView, 'tone' | 'symbol'>>> = {
  waiting: { tone: 'plain', symbol: '◷' },
  retrying: { tone: 'change', symbol: '↻' },
  'to-print': { tone: 'proposed', symbol: '⎙' },
  sending: { tone: 'sent', symbol: '➤' },
  sent: { tone: 'good', symbol: '✓' },
  unknown: { tone: 'change', symbol: '?' },
  bounced: { tone: 'bad', symbol: '✉' },
  failed: { tone: 'bad', symbol: '⚠' },
  dropped: { tone: 'bad', symbol: '∅' },
  superseded: { tone: 'off', symbol: '✕' },
};

/** How far a notice is. */
export function noticeBadge(state: DeliveryState, t: Translate): BadgeView {
  return { ...marks[state], text: t(`office:notice-state.${state}`) };
}
