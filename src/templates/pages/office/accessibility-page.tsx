import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

interface OfficeAccessibilityView {
  readonly office: string;
  readonly email: string;
  readonly phone: string;
  /** `24.11.2026`: when the statement was last held against the pages. */
  readonly date: string;
}

/** What is known not to be accessible; each has its words in `office:accessibility.limit`. */
const LIMITS = ['reader', 'pdf', 'board', 'week'] as const;

/** What the pages of the office keep to, what they do not yet, how that was found out, and whom to tell (eCH-0059). */
export function OfficeAccessibilityPage(properties: {
  readonly view: OfficeAccessibilityView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  const say = (key: string): string => t(`office:accessibility.${key}`);
  return (
    <div class="prose">
      <h1>{say('title')}</h1>
      <p>{t('office:accessibility.lead', { office: view.office })}</p>
      <h2>{say('standard-title')}</h2>
      <p>{say('standard')}</p>
      <p>{say('checked')}</p>
      <h2>{say('limits-title')}</h2>
      <ul>
        {LIMITS.map((limit) => (
          <li key={limit}>{say(`limit.${limit}`)}</li>
        ))}
      </ul>
      <h2>{say('feedback-title')}</h2>
      <p>{say('feedback')}</p>
      <p>
        <a href={`mailto:${view.email}`}>{view.email}</a> · {view.phone}
      </p>
      <p class="quiet">{t('office:accessibility.date', { date: view.date })}</p>
    </div>
  );
}
