import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { TalkPanel, type TalkPanelView } from '../../components/talk-panel.js';

export interface TalkPageView {
  readonly name: string;
  readonly panel: TalkPanelView;
  readonly weekHref: string;
}

/** One talk on a page of its own. */
export function TalkPage({ view, t }: { readonly view: TalkPageView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{view.name}</h1>
        <p>{view.panel.title}</p>
        <a href={view.weekHref}>{t('office:talk.in-week')}</a>
      </div>
      <section class="card">
        <h2 class="unseen">{t('office:talk.details')}</h2>
        <TalkPanel view={view.panel} t={t} />
      </section>
    </div>
  );
}
