import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../../components/action-button.js';
import { planPaths } from './plan-paths.js';

export interface PlanJobView {
  readonly title: string;
  /** From 0 to 100. */
  readonly percent: number;
  /** The step, the households, the seconds and the best cost in one line. */
  readonly status: string;
  /** null when the search is being ended already. */
  readonly stop: ActionView | null;
  readonly stopping: string | null;
  readonly csrfToken: string;
}

/** A run under way. The page loads itself again until the same address is the review. */
export function PlanJobPage({ view, t }: { readonly view: PlanJobView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <h1>{view.title}</h1>
      <label for="progress">{t('plans:job.progress')}</label>
      <progress id="progress" class="progress" value={view.percent} max={100}>
        {view.percent} %
      </progress>
      <p role="status">{view.status}</p>
      {view.stopping !== null && <p>{view.stopping}</p>}
      <p class="hint">
        {t('plans:job.leave')} {t('plans:job.refresh')}
      </p>
      <div class="buttons">
        {view.stop && <ActionButton view={view.stop} csrfToken={view.csrfToken} />}
        <a href={planPaths.start}>{t('plans:back')}</a>
      </div>
    </div>
  );
}

/** A run that ended without a plan. */
export function PlanFailedPage({ t }: { readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <h1>{t('plans:job.failed-title')}</h1>
      <p>{t('plans:job.failed')}</p>
      <a class="button button-primary" href={planPaths.start}>
        {t('plans:job.again')}
      </a>
    </div>
  );
}
