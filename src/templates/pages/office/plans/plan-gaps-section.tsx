import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** A household without a talk, why, and what could be done. */
export interface PlanGapView {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  /** What was announced and cannot be held; null when nothing was. */
  readonly announced: string | null;
  readonly obstacles: readonly string[];
  readonly hints: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string; readonly name: string }[];
}

/** The households that the run found no talk for. */
export function PlanGapsSection({
  gaps,
  t,
}: {
  readonly gaps: readonly PlanGapView[];
  readonly t: Translate;
}): VNode | null {
  if (gaps.length === 0) return null;
  return (
    <details class="apart card" open={gaps.length <= 6}>
      <summary>
        <h2 class="inline">
          {t('plans:gap.title')} ({gaps.length})
        </h2>
      </summary>
      <ul class="plain-list">
        {gaps.map((gap) => (
          <li key={gap.id}>
            <strong>{gap.name}</strong> <span class="quiet">{gap.about}</span>
            {gap.announced !== null && (
              <span class="below">
                <strong>! {gap.announced}</strong>
              </span>
            )}
            <span class="below">
              {t('plans:gap.reasons')}: {gap.obstacles.join(' ')}
            </span>
            <span class="below">
              {t('plans:gap.hints')}: {gap.hints.join(' ')}
            </span>
            <span class="row-links">
              {gap.links.map((link) => (
                <a key={link.href} href={link.href} aria-label={link.name}>
                  {link.label}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
