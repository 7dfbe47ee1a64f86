import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

export interface DuplicatesView {
  readonly pairs: readonly {
    readonly href: string;
    readonly name: string;
    readonly born: string;
    readonly references: string;
  }[];
}

/** Households that may be the same people. */
export function DuplicatesPage({ view, t }: { readonly view: DuplicatesView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <h1>{t('office:duplicates.title')}</h1>
      <p class="lead">{t('office:duplicates.lead')}</p>
      {view.pairs.length === 0 ? (
        <p class="empty">{t('office:duplicates.empty')}</p>
      ) : (
        <ul class="stack plain">
          {view.pairs.map((pair) => (
            <li key={pair.href} class="card">
              <a href={pair.href}>
                <bdi>{pair.name}</bdi>
              </a>
              <span class="below">
                {pair.born} · {pair.references}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
