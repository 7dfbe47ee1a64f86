import type { VNode } from 'preact';
import { ActionButton, type ActionView } from '../../components/action-button.js';

/** Something that came back by e-mail, and what can be done about it. */
export interface OpenAnswerView {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly note: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly done: ActionView;
}

/** One card per complaint or refusal, the nearest talk first. */
export function OpenAnswers(properties: {
  readonly answers: readonly OpenAnswerView[];
  readonly csrfToken: string;
}): VNode {
  const { answers, csrfToken } = properties;
  return (
    <>
      {answers.map(({ key, title, why, note, links, done }) => (
        <section key={key} class="card">
          <h2>{title}</h2>
          <p class="conflict-line">
            <span aria-hidden="true">⚠</span> {why}
          </p>
          <p class="quiet">{note}</p>
          <div class="buttons">
            {links.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}
            <ActionButton view={done} csrfToken={csrfToken} />
          </div>
        </section>
      ))}
    </>
  );
}
