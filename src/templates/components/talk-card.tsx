import type { VNode } from 'preact';
import type { BadgeView } from './badge.js';

/** One talk on a plan. */
export interface CardView {
  readonly id: string;
  readonly href: string;
  readonly time: string;
  /** Language code in capitals. */
  readonly code: string;
  readonly name: string;
  readonly badge: Omit<BadgeView, 'tone'> & { readonly tone: BadgeView['tone'] | 'conflict' | 'undelivered' };
  /** The whole card as one sentence. */
  readonly label: string;
  /** The same for the list, whose cards show more. */
  readonly longLabel: string;
  readonly isOpen: boolean;
  /** Room and people, for the list. */
  readonly details: string;
}

/** A link to a talk: time, language and short name, its state by symbol, word and border. */
export function TalkCard({ card, long }: { readonly card: CardView; readonly long?: boolean }): VNode {
  return (
    <a
      class={`talk-card talk-${card.badge.tone}`}
      href={card.href}
      aria-label={long === true ? card.longLabel : card.label}
      aria-current={card.isOpen ? 'true' : undefined}
    >
      <span class="talk-line">
        <b>{card.time}</b> {card.code} · {card.name}
      </span>
      {long === true && <span class="talk-details"> {card.details}</span>}
      <span class="talk-state">
        <span aria-hidden="true">{card.badge.symbol}</span> {card.badge.text}
      </span>
    </a>
  );
}
