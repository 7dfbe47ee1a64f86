import type { TextState } from '../../../features/texts/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { BadgeView } from '../../../templates/components/badge.js';

const LOOKS: Readonly<Record<TextState, Pick<BadgeView, 'tone' | 'symbol'>>> = {
  untranslated: { tone: 'bad', symbol: '!' },
  draft: { tone: 'change', symbol: '○' },
  reviewed: { tone: 'sent', symbol: '◐' },
  approved: { tone: 'good', symbol: '✓' },
};

/** The state of a text in a symbol and a word. */
export function textBadge(state: TextState, t: Translate): BadgeView {
  return { ...LOOKS[state], text: t(`texts:state.${state}`) };
}

/** Whether newcomers get a language at all. */
export function languageBadge(use: 'used' | 'waiting' | 'off', t: Translate): BadgeView {
  const looks = {
    used: { tone: 'good', symbol: '✓' },
    waiting: { tone: 'change', symbol: '○' },
    off: { tone: 'off', symbol: '–' },
  } as const;
  return { ...looks[use], text: t(`texts:use.${use}`) };
}
