import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Language } from '../../features/languages/index.js';
import { dateFormat } from '../../platform/i18n/date-format.js';
import type { Texts } from '../../platform/i18n/i18n.js';
import { renderPage } from '../../platform/views/render-page.js';
import {
  type ContactView,
  type HelperView,
  type LanguageChoice,
  NewcomerLayout,
} from '../../templates/components/newcomer-layout.js';
import { Contacts } from './contacts.js';
import { type HelperContent, helperView } from './helper-lines.js';
import type { Reading } from './page-languages.js';
import type { Writing } from './appointment-card.js';
import type { Visit } from './visits.js';

/** One page: what stands in it, and what helpers must understand of it. */
export interface NewcomerPage {
  /** Key of the title; the words of the page's `<title>`. */
  readonly helper: HelperContent;
  readonly body: VNode;
  /** The page is shown again because something was missing. */
  readonly isError?: boolean;
  /** The page may say whose it is. */
  readonly named?: boolean;
  /** The step that a choice of language leads back to. */
  readonly from?: unknown;
}

/** Puts pages of newcomers into their frame. */
@Injectable()
export class NewcomerPages {
  constructor(private readonly contacts: Contacts) {}

  /** The document of a page that belongs to a talk. */
  async render(visit: Visit, page: NewcomerPage): Promise<string> {
    const { office, paths } = visit;
    const contact = await this.contacts.of(office);
    return this.document(visit, page, {
      contacts: [contact],
      languageHref: paths.language(page.from),
      languages: [],
      name: page.named === false ? null : shortName(visit.talk),
      helper: helperOf(visit, page, office.timeZone),
    });
  }

  /** The document of a page that does not know whose link it was: it lists the languages and every office. */
  async renderForAnyone(words: Words, page: NewcomerPage, path: string): Promise<string> {
    const { reading } = words;
    return this.document(words, page, {
      contacts: await this.contacts.all(),
      languageHref: null,
      languages: languageChoices(reading, (code) => `${path}?lang=${code}`),
      name: null,
      helper: helperOf(words, page, 'Europe/Zurich'),
    });
  }

  private document(
    { reading, texts }: Words,
    page: NewcomerPage,
    around: {
      readonly contacts: readonly ContactView[];
      readonly languageHref: string | null;
      readonly languages: readonly LanguageChoice[];
      readonly name: string | null;
      readonly helper: HelperView | null;
    },
  ): string {
    const { code, bcp47, direction } = reading.page;
    const t = texts.translator(code);
    const heading = t(`newcomer:${page.helper.title}`);
    const title = page.isError === true ? t('newcomer:layout.error-title', { title: heading }) : heading;
    const view = { ...around, lang: bcp47, locale: code, direction, title };
    return renderPage(NewcomerLayout({ view, t, children: page.body }));
  }
}

/** In which language a page is written, and with which words. */
interface Words {
  readonly reading: Reading;
  readonly texts: Texts;
}

function helperOf({ reading, texts }: Words, page: NewcomerPage, timeZone: string): HelperView | null {
  const { helper } = reading;
  return helper && helperView(page.helper, writingIn(helper, texts, timeZone));
}

function writingIn(language: Language, texts: Texts, timeZone: string): Writing {
  const { code, bcp47 } = language;
  return { language, t: texts.translator(code), format: dateFormat(bcp47, timeZone) };
}

/** First name and initial: mails are forwarded, and so are their links. */
export function shortName({ firstName, lastName }: Visit['talk']): string {
  const [initial = ''] = lastName;
  return initial === '' ? firstName : `${firstName} ${initial}.`;
}

/** The languages to choose from, with the address that each leads to. */
export function languageChoices(reading: Reading, href: (code: string) => string): LanguageChoice[] {
  return reading.all.map((language) => ({
    lang: language.bcp47,
    direction: language.direction,
    endonym: language.endonym,
    href: href(language.code),
    current: language.code === reading.page.code,
  }));
}
