import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { planPaths } from './plan-paths.js';

/** A row that could not be booked, and why. */
interface PlanConflictView {
  readonly id: number;
  readonly name: string;
  readonly when: string;
  readonly why: string;
  readonly link: { readonly href: string; readonly label: string; readonly name: string };
}

export interface PlanResultView {
  readonly lines: readonly string[];
  readonly conflictsTitle: string;
  readonly conflicts: readonly PlanConflictView[];
  readonly picture: { readonly href: string; readonly label: string };
}

interface ResultProperties {
  readonly view: PlanResultView;
  readonly t: Translate;
}

/** A published plan: what was booked, and what came back as a conflict. */
export function PlanResultPage({ view, t }: ResultProperties): VNode {
  return (
    <>
      <h1>{t('plans:result.title')}</h1>
      {view.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div class="buttons">
        <a class="button" href="/office/week">
          {t('plans:result.week')}
        </a>
        <a class="button" href="/office/delivery">
          {t('plans:result.delivery')}
        </a>
        <a class="button" href={view.picture.href}>
          {view.picture.label}
        </a>
        <a href={planPaths.start}>{t('plans:back')}</a>
      </div>
      {view.conflicts.length > 0 && (
        <section class="apart card">
          <h2>{view.conflictsTitle}</h2>
          <p>{t('plans:result.conflicts-lead')}</p>
          <ul class="plain-list">
            {view.conflicts.map((conflict) => (
              <li key={conflict.id}>
                <strong>{conflict.name}</strong> <span class="quiet">{conflict.when}</span>
                <span class="below">{conflict.why}</span>
                <a href={conflict.link.href} aria-label={conflict.link.name}>
                  {conflict.link.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
