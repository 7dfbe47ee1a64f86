import type { VNode } from 'preact';

/** A state in a symbol and a word; the tone only adds colour and border. */
export interface BadgeView {
  readonly tone: 'plain' | 'proposed' | 'sent' | 'good' | 'change' | 'bad' | 'off';
  readonly symbol: string;
  readonly text: string;
}

/** A small label of a state. */
export function Badge({ view }: { readonly view: BadgeView }): VNode {
  return (
    <span class={`badge badge-${view.tone}`}>
      <span aria-hidden="true">{view.symbol}</span> {view.text}
    </span>
  );
}
