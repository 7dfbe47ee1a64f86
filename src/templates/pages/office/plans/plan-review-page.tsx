import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../../components/action-button.js';
import { PlanComparisonTable, type PlanComparisonView } from './plan-comparison-table.js';
import { PlanGapsSection, type PlanGapView } from './plan-gaps-section.js';
import { PlanHistorySection, type PlanHistoryView } from './plan-history-section.js';
import { PlanPicture, type PlanPictureView } from './plan-picture.js';
import { PlanRowsForm, type PlanRowsView } from './plan-rows-form.js';

export interface PlanReviewView {
  readonly title: string;
  /** Edition, numbers of planned, unplannable, warnings, differences. */
  readonly summary: readonly string[];
  /** A plan that is over says so, and where to go on. */
  readonly notice: { readonly text: string; readonly href: string | null; readonly label: string } | null;
  readonly checkHref: string | null;
  readonly actions: readonly ActionView[];
  readonly comparison: PlanComparisonView | null;
  readonly views: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly rows: PlanRowsView | null;
  readonly picture: PlanPictureView | null;
  readonly gaps: readonly PlanGapView[];
  readonly history: PlanHistoryView;
  readonly csrfToken: string;
}

/** The review of a plan: nothing leaves the house before it is published. */
export function PlanReviewPage({ view, t }: { readonly view: PlanReviewView; readonly t: Translate }): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{view.title}</h1>
        <p class="quiet">{view.summary.join(' · ')}</p>
      </div>
      {view.notice && (
        <p class="banner banner-warn">
          {view.notice.text} {view.notice.href !== null && <a href={view.notice.href}>{view.notice.label}</a>}
        </p>
      )}
      <div class="buttons buttons-top">
        {view.checkHref !== null && (
          <a class="button button-primary" href={view.checkHref}>
            {t('plans:review.check')}
          </a>
        )}
        {view.actions.map((action) => (
          <ActionButton key={action.action} view={action} csrfToken={view.csrfToken} />
        ))}
        {view.checkHref !== null && <span class="hint">{t('plans:review.rerun-hint')}</span>}
      </div>
      {view.comparison && <PlanComparisonTable view={view.comparison} t={t} />}
      <PlanGapsSection gaps={view.gaps} t={t} />
      <nav class="views" aria-label={t('plans:review.views')}>
        <ul>
          {view.views.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view.rows && <PlanRowsForm view={view.rows} csrfToken={view.csrfToken} t={t} />}
      {view.picture && <PlanPicture view={view.picture} t={t} />}
      <PlanHistorySection view={view.history} t={t} />
    </>
  );
}
