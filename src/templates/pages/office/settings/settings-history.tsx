import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** One change of a record, in words. */
export interface SettingsChangeView {
  readonly key: string;
  readonly at: string;
  readonly when: string;
  readonly what: string;
  readonly who: string;
  /** Each fact with what it was and what it became. */
  readonly facts: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  /** Booked talks that lost their place by it. */
  readonly talks: { readonly label: string; readonly hrefs: readonly string[] } | null;
}

/** Who changed what, newest first. */
export function SettingsHistory(properties: {
  readonly changes: readonly SettingsChangeView[];
  readonly t: Translate;
}): VNode {
  const { changes, t } = properties;
  return (
    <section class="apart" aria-labelledby="history-title">
      <h2 id="history-title">{t('settings:history.title')}</h2>
      {changes.length === 0 && <p class="quiet">{t('settings:history.empty')}</p>}
      <ol class="timeline">
        {changes.map((change) => (
          <li key={change.key}>
            <time dateTime={change.at}>{change.when}</time>
            <div>
              {change.what} <span class="below">{change.who}</span>
              {change.facts.length > 0 && <ChangedFacts facts={change.facts} t={t} />}
              {change.talks && (
                <p class="below">
                  {change.talks.label}{' '}
                  {change.talks.hrefs.map((href, index) => (
                    <a key={href} href={href} class="spaced">
                      {index + 1}
                    </a>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangedFacts({
  facts,
  t,
}: {
  readonly facts: SettingsChangeView['facts'];
  readonly t: Translate;
}): VNode {
  return (
    <ul class="changed-facts">
      {facts.map((fact) => (
        <li key={fact.label}>
          {fact.label}: <del>{fact.before || t('settings:history.nothing')}</del>{' '}
          <span aria-hidden="true">→</span> <ins>{fact.after || t('settings:history.nothing')}</ins>
        </li>
      ))}
    </ul>
  );
}
