import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../components/newcomer-layout.js';

interface AccessibilityView {
  /** Who is to be told what does not work. */
  readonly addresses: readonly { readonly name: string; readonly email: string }[];
  /** `24.11.2026`: when the statement was last held against the pages. */
  readonly date: string;
}

const RULES = 'WCAG 2.2 AA, eCH-0059';

/** What these pages keep to, what they do not yet, and whom to tell (eCH-0059). */
export function AccessibilityPage(properties: {
  readonly view: AccessibilityView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  const say = (key: string): string => t(`newcomer:accessibility.${key}`);
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <p>{t('newcomer:accessibility.standard', { rules: isolated(RULES) })}</p>
      <p>{say('works')}</p>
      <h2>{say('limits-title')}</h2>
      <p>{say('limits')}</p>
      <h2>{say('feedback-title')}</h2>
      <p>{say('feedback')}</p>
      <ul class="list">
        {view.addresses.map(({ name, email }) => (
          <li key={email}>
            <a class="ltr" dir="ltr" href={`mailto:${email}`} aria-label={`${name}: ${email}`}>
              {email}
            </a>
          </li>
        ))}
      </ul>
      <p class="quiet">{t('newcomer:accessibility.date', { date: isolated(view.date) })}</p>
    </>
  );
}
