import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../../components/action-button.js';
import { Badge, type BadgeView } from '../../../components/badge.js';

export interface PlanHistoryView {
  readonly title: string;
  /** What was done in this edition, the newest first. */
  readonly steps: readonly {
    readonly key: number;
    readonly text: string;
    readonly back: ActionView | null;
  }[];
  /** Every edition of the review, the first one first. */
  readonly editions: readonly {
    readonly key: string;
    readonly href: string;
    readonly name: string;
    readonly state: BadgeView;
    readonly current: boolean;
    readonly restore: ActionView | null;
  }[];
  readonly csrfToken: string;
}

/** How a plan came to where it is, and the ways back. */
export function PlanHistorySection({
  view,
  t,
}: {
  readonly view: PlanHistoryView;
  readonly t: Translate;
}): VNode {
  return (
    <details class="apart card" id="history">
      <summary>
        <h2 class="inline">{view.title}</h2>
      </summary>
      <h3>{t('plans:history.steps')}</h3>
      {view.steps.length === 0 && <p>{t('plans:history.no-steps')}</p>}
      <ul class="plain-list">
        {view.steps.map((step) => (
          <li key={step.key} class="with-action">
            <span>{step.text}</span>
            {step.back && <ActionButton view={step.back} csrfToken={view.csrfToken} />}
          </li>
        ))}
      </ul>
      <h3>{t('plans:history.editions')}</h3>
      <ul class="plain-list">
        {view.editions.map((edition) => (
          <li key={edition.key} class="with-action">
            <span>
              <a href={edition.href} aria-current={edition.current ? 'page' : undefined}>
                {edition.name}
              </a>{' '}
              <Badge view={edition.state} />
            </span>
            {edition.restore && <ActionButton view={edition.restore} csrfToken={view.csrfToken} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
