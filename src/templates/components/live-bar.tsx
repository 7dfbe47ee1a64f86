import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';

/** What an open page is told about, and what it has seen. */
export interface LiveBarView {
  readonly topics: readonly string[];
  readonly since: string;
  /** This page, to see it anew. */
  readonly href: string;
}

/** «2 Änderungen – Ansicht aktualisieren» below the page: nothing in it moves. Filled by the script only. */
export function LiveBar({ view, t }: { readonly view: LiveBarView; readonly t: Translate }): VNode {
  return (
    <div class="live-bar" data-live={view.topics.join(',')} data-live-since={view.since}>
      <span role="status" data-live-words="" />
      <a class="button button-small" href={view.href} hidden>
        {t('office:live.refresh')}
      </a>
    </div>
  );
}
