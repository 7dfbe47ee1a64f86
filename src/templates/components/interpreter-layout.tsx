import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';

/** What every page of an interpreter has around its content. */
export interface InterpreterFrameView {
  /** Tag of the page's language, such as `de-CH`. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Code of the page's language. */
  readonly locale: string;
  readonly title: string;
  /** The page is shown again because something was wrong. */
  readonly isError: boolean;
  /** Places of the site; none before signing in. */
  readonly navigation: readonly NavigationView[];
  /** What was just done. */
  readonly banner: string | null;
  readonly contact: InterpreterContactView | null;
}

interface NavigationView {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The office as interpreters reach it. */
export interface InterpreterContactView {
  readonly name: string;
  readonly phone: string;
  readonly phoneHref: string;
  readonly hours: string;
}

/** The whole document: HTML and two style sheets, no script. */
export function InterpreterLayout(properties: {
  readonly view: InterpreterFrameView;
  readonly t: Translate;
  readonly children: ComponentChildren;
}): VNode {
  const { view, t } = properties;
  const title = view.isError ? t('interpreter:layout.error-title', { title: view.title }) : view.title;
  return (
    <html lang={view.lang} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/newcomer.css" />
        <link rel="stylesheet" href="/assets/interpreter.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('interpreter:layout.skip')}
        </a>
        <Header view={view} t={t} />
        <main id="main" class="wrap" tabIndex={-1}>
          <div role="status">
            {view.banner !== null && (
              <div class="note">
                <p>{view.banner}</p>
              </div>
            )}
          </div>
          <h1>{view.title}</h1>
          {properties.children}
        </main>
        <Footer view={view} t={t} />
      </body>
    </html>
  );
}

function Header({ view, t }: { readonly view: InterpreterFrameView; readonly t: Translate }): VNode {
  return (
    <header class="head">
      <div class="wrap">
        {view.contact ? (
          <b class="ltr" lang="de" dir="ltr">
            {view.contact.name}
          </b>
        ) : (
          <b>{t('interpreter:layout.site')}</b>
        )}
      </div>
      {view.navigation.length > 0 && (
        <nav class="wrap places" aria-label={t('interpreter:layout.navigation')}>
          <ul>
            {view.navigation.map(({ href, label, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Footer({ view, t }: { readonly view: InterpreterFrameView; readonly t: Translate }): VNode {
  return (
    <footer class="foot wrap">
      {view.contact && <Contact contact={view.contact} t={t} />}
      <p class="quiet">
        <a href={`/accessibility?lang=${view.locale}`}>{t('interpreter:layout.accessibility')}</a>
      </p>
    </footer>
  );
}

function Contact(properties: { readonly contact: InterpreterContactView; readonly t: Translate }): VNode {
  const { contact, t } = properties;
  return (
    <>
      <h2>{t('interpreter:layout.question')}</h2>
      <p>
        <a class="call ltr" dir="ltr" href={contact.phoneHref}>
          {contact.phone}
        </a>
        <br />
        <span class="quiet ltr" lang="de" dir="ltr">
          {contact.hours}
        </span>
      </p>
    </>
  );
}
