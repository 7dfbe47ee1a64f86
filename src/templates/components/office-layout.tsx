import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from './action-button.js';
import { LiveBar, type LiveBarView } from './live-bar.js';
import { OfficeHeader, type OfficeHeaderView } from './office-header.js';

/** What frames every page of the office. */
export interface OfficeLayoutView extends OfficeHeaderView {
  readonly locale: string;
  /** Title of the page; the office's name is added. */
  readonly title: string;
  /** Without a script, the page loads itself again after so many seconds; null: it stays. */
  readonly refreshSeconds: number | null;
  /** What just happened; stays until the next action. */
  readonly banner: BannerView | null;
  /** null: the page is not told of changes by others. */
  readonly live: LiveBarView | null;
}

/** One line about the last action, with the way to take it back where there is one. */
export interface BannerView {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  readonly undo:
    | { readonly kind: 'link'; readonly href: string; readonly label: string }
    | { readonly kind: 'form'; readonly action: ActionView }
    | null;
}

/** The frame: skip links, header, navigation, the status line, and the page itself. */
export function OfficeLayout(properties: {
  readonly view: OfficeLayoutView;
  readonly t: Translate;
  readonly children: ComponentChildren;
}): VNode {
  const { view, t, children } = properties;
  return (
    <html lang={view.locale} dir="ltr">
      <OfficeHead title={`${view.title} – ${view.officeName}`} refreshSeconds={view.refreshSeconds} />
      <body>
        <a class="skip" href="#main">
          {t('office:layout.skip')}
        </a>
        <OfficeHeader view={view} t={t} />
        <main id="main" tabIndex={-1}>
          <div role="status">{view.banner && <Banner view={view.banner} csrfToken={view.csrfToken} />}</div>
          {children}
          {view.live && <LiveBar view={view.live} t={t} />}
        </main>
      </body>
    </html>
  );
}

function Banner({ view, csrfToken }: { readonly view: BannerView; readonly csrfToken: string }): VNode {
  return (
    <div class={`banner banner-${view.tone}`}>
      <span>{view.text}</span>
      {view.undo?.kind === 'link' && <a href={view.undo.href}>{view.undo.label}</a>}
      {view.undo?.kind === 'form' && <ActionButton view={view.undo.action} csrfToken={csrfToken} small />}
    </div>
  );
}

/** What every document of the office has in its head. */
export function OfficeHead(properties: {
  readonly title: string;
  readonly refreshSeconds?: number | null;
}): VNode {
  const { title, refreshSeconds = null } = properties;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/office.css" />
      <script src="/assets/office.js" type="module" />
      {refreshSeconds !== null && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
    </head>
  );
}
