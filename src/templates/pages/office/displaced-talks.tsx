import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../components/action-button.js';
import { officePaths } from './paths.js';

/** A talk that lost its place when settings changed. */
export interface DisplacedTalkView {
  readonly href: string;
  readonly title: string;
  readonly when: string;
  readonly breaks: readonly string[];
  /** Others who could take it over at the same time. */
  readonly ways: readonly { readonly text: string; readonly action: ActionView }[];
  readonly moveHref: string;
  readonly cancelHref: string;
  readonly keep: ActionView;
}

/** The part of the worklist about them; nothing when there are none. */
export function DisplacedTalks(properties: {
  readonly talks: readonly DisplacedTalkView[];
  readonly csrfToken: string;
  readonly t: Translate;
}): VNode | null {
  const { talks, csrfToken, t } = properties;
  if (talks.length === 0) return null;
  return (
    <section aria-labelledby="displaced-title">
      <h2 id="displaced-title">{t('settings:displaced.title')}</h2>
      <p>{t('settings:displaced.lead')}</p>
      <p>
        <a class="button button-primary" href={officePaths.displaced}>
          {t('office:displaced.all')}
        </a>
      </p>
      {talks.map((talk) => (
        <article key={talk.href} class="card">
          <h3>
            <a href={talk.href}>{talk.title}</a>
          </h3>
          <p>{talk.when}</p>
          {talk.breaks.map((words) => (
            <p key={words} class="conflict-line">
              <span aria-hidden="true">⚠</span> {words}
            </p>
          ))}
          {talk.ways.map((way) => (
            <div key={way.text} class="worklist-way">
              <p>{way.text}</p>
              <ActionButton view={way.action} csrfToken={csrfToken} small />
            </div>
          ))}
          <div class="buttons">
            <a class="button" href={talk.moveHref}>
              {t('office:talk.move')}
            </a>
            <a class="button" href={talk.cancelHref}>
              {t('office:talk.cancel')}
            </a>
            <ActionButton view={talk.keep} csrfToken={csrfToken} />
          </div>
        </article>
      ))}
    </section>
  );
}
