import type { VNode } from 'preact';

/** One fact with its name; lines of the value stand below each other. */
export interface FactView {
  readonly term: string;
  readonly lines: readonly string[];
  readonly href?: string;
}

/** A list of facts. */
export function Facts({ facts }: { readonly facts: readonly FactView[] }): VNode {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          {fact.lines.map((line) => (
            <dd key={line}>{fact.href === undefined ? line : <a href={fact.href}>{line}</a>}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
