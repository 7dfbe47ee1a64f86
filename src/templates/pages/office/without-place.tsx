import type { VNode } from 'preact';

/** Households of a language that wait because no talk is possible for them. */
export interface WithoutPlaceView {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly note: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** One card per language, the longest queue first. */
export function WithoutPlace({ languages }: { readonly languages: readonly WithoutPlaceView[] }): VNode {
  return (
    <>
      {languages.map((language) => (
        <section key={language.key} class="card">
          <h2>{language.title}</h2>
          <p class="conflict-line">
            <span aria-hidden="true">⚠</span> {language.why}
          </p>
          <p class="quiet">{language.note}</p>
          <div class="buttons">
            {language.links.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
