import type { Texts } from '../../platform/i18n/i18n.js';
import { writeMail } from '../../templates/emails/write-mail.js';
import type { WrittenMail } from '../../templates/emails/mail-view.js';
import { wordingOf } from './notice-words.js';
import { renderNotice } from './render-notice.js';
import { everyNotice, sampleLanguages, sampleOffice } from './sample-notices.js';
import { signInMail } from './sign-in-mail.js';

/** A mail with invented contents, to be looked at. */
export interface SampleMail extends WrittenMail {
  /** `invitation ar`; the same for the same mail in every release. */
  readonly name: string;
  /** Code of the language it is for. */
  readonly locale: string;
}

/** Every kind of mail in every language that has texts: to newcomers, to interpreters, and the link to sign in. */
export function sampleMails(texts: Texts): SampleMail[] {
  const notices = everyNotice.map((notice) => ({
    ...renderNotice(notice, sampleLanguages, texts),
    name: [notice.kind, notice.talk.cancelledBy, notice.fallbackReason ?? notice.locale]
      .filter(Boolean)
      .join(' '),
    locale: notice.fallbackReason === null ? notice.locale : 'de',
  }));
  const locales = [...new Set(notices.map(({ locale }) => locale))];
  return [...notices, ...locales.map((locale) => signIn(locale, texts))];
}

function signIn(locale: string, texts: Texts): SampleMail {
  const wordings = (locale === 'de' ? ['de'] : [locale, 'de']).map((code) =>
    wordingOf(code, sampleLanguages, texts, 'Europe/Zurich'),
  );
  const link =
    'https://termine.musterland.example/interpreter/in/3qJ0v9m1Yp7n4Xc2Rb6Tz8Wk5Hs1Df0Gj7Lq2Nv9Ma4';
  const mail = writeMail(signInMail({ firstName: 'Selam', link, office: sampleOffice }, wordings));
  return { ...mail, name: `interpreter-sign-in ${locale}`, locale };
}
