import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';

/** An office as people reach it. */
export interface ContactView {
  readonly name: string;
  readonly phone: string;
  /** `tel:+41…` */
  readonly phoneHref: string;
  /** When somebody answers, in German as the office wrote it. */
  readonly hours: string;
  readonly email: string;
}

/** The same page in a few lines of German (or English), for people who help. */
export interface HelperView {
  readonly lang: string;
  /** Name of that language in itself. */
  readonly endonym: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** What every page of a newcomer has around its content. */
export interface NewcomerFrameView {
  /** Tag of the page's language, such as `ta-LK`. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Code of the page's language. */
  readonly locale: string;
  readonly title: string;
  /** The page with the languages; null on pages without a talk, which list them themselves. */
  readonly languageHref: string | null;
  readonly languages: readonly LanguageChoice[];
  readonly contacts: readonly ContactView[];
  /** First name and initial; null when the page may not say whose it is. */
  readonly name: string | null;
  readonly helper: HelperView | null;
}

/** A language to read in, named in itself. */
export interface LanguageChoice {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly endonym: string;
  readonly href: string;
  readonly current: boolean;
}

/** The whole document of a newcomer's page: one file of HTML, one of CSS, nothing else. */
export function NewcomerLayout(properties: {
  readonly view: NewcomerFrameView;
  readonly t: Translate;
  readonly children: ComponentChildren;
}): VNode {
  const { view, t } = properties;
  return (
    <html lang={view.lang} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{view.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/newcomer.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('newcomer:layout.skip')}
        </a>
        <Header view={view} t={t} />
        <main id="main" class="wrap" tabIndex={-1}>
          {properties.children}
        </main>
        <Footer view={view} t={t} />
      </body>
    </html>
  );
}

interface Part {
  readonly view: NewcomerFrameView;
  readonly t: Translate;
}

function Header({ view, t }: Part): VNode {
  const [contact] = view.contacts;
  return (
    <header class="head">
      <div class="wrap">
        <b class="ltr" lang="de" dir="ltr">
          {view.contacts.length === 1 ? contact?.name : ''}
        </b>
        {view.languageHref !== null && (
          <a href={view.languageHref}>
            <LanguageWord view={view} t={t} />
          </a>
        )}
      </div>
    </header>
  );
}

/** The word for language, also in English for whoever cannot read the page. */
function LanguageWord({ view, t }: Part): VNode {
  const word = t('newcomer:layout.language');
  if (view.locale === 'en') return <>{word}</>;
  return (
    <span>
      {word} /{' '}
      <span lang="en" dir="ltr">
        Language
      </span>
    </span>
  );
}

function Footer({ view, t }: Part): VNode {
  return (
    <footer class="foot wrap">
      <h2>{t('newcomer:layout.question')}</h2>
      {view.contacts.map((contact) => (
        <Contact contact={contact} named={view.contacts.length > 1} />
      ))}
      <p>{t('newcomer:layout.fraud')}</p>
      {view.name !== null && (
        <p class="quiet">{t('newcomer:layout.not-you', { name: isolated(view.name) })}</p>
      )}
      <p class="quiet">
        <a href={`/accessibility?lang=${view.locale}`}>{t('newcomer:accessibility.title')}</a>
      </p>
      {view.languageHref === null && <LanguageList languages={view.languages} />}
      {view.helper !== null && <Helper helper={view.helper} />}
    </footer>
  );
}

function Contact({ contact, named }: { readonly contact: ContactView; readonly named: boolean }): VNode {
  return (
    <>
      {named && (
        <p class="quiet">
          <b class="ltr" lang="de" dir="ltr">
            {contact.name}
          </b>
        </p>
      )}
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

/** The languages, each named in itself; no flags. */
export function LanguageList({ languages }: { readonly languages: readonly LanguageChoice[] }): VNode {
  return (
    <ul class="list">
      {languages.map((language) => (
        <li>
          <a
            href={language.href}
            lang={language.lang}
            dir={language.direction}
            hreflang={language.lang}
            aria-current={language.current ? 'true' : undefined}
          >
            {language.endonym}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Helper({ helper }: { readonly helper: HelperView }): VNode {
  return (
    <section class="helper" lang={helper.lang} dir="ltr" aria-labelledby="helper">
      <h2 id="helper" class="name">
        {helper.endonym}
      </h2>
      <p>
        <b>{helper.title}</b>
      </p>
      {helper.lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  );
}

/** Keeps a name of another script in its own order inside a sentence (U+2068 … U+2069). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
