import type { I18n } from '../../platform/i18n/i18n.js';
import type { MailView } from '../../templates/emails/mail-view.js';
import type { Language } from '../languages/index.js';
import { SIGN_IN_MINUTES } from '../links/index.js';
import type { OfficeProfile } from '../offices/index.js';
import { cleaned, isolated } from './notice-words.js';

/** What the mail with the link to sign in is made of. */
export interface SignInMail {
  readonly language: Language;
  readonly firstName: string;
  readonly link: string;
  readonly office: OfficeProfile;
}

/** One sentence, one button: the interpreter's language only, because they chose it themselves. */
export function signInMail({ language, firstName, link, office }: SignInMail, i18n: I18n): MailView {
  const t = i18n.translator(language.code);
  const frame = i18n.translator('de');
  return {
    subject: t('interpreter:mail.subject'),
    preheader: t('interpreter:mail.intro', { minutes: SIGN_IN_MINUTES }),
    officeName: cleaned(office.name),
    germanBelow: null,
    otherLanguage: null,
    blocks: [
      {
        lang: language.bcp47,
        direction: language.direction,
        script: language.script,
        languageName: language.endonym,
        heading: t('interpreter:mail.heading'),
        greeting: t('emails:greeting', { name: isolated(firstName) }),
        paragraphs: [t('interpreter:mail.intro', { minutes: SIGN_IN_MINUTES })],
        facts: [],
        remarks: [],
        action: { label: t('interpreter:mail.button'), url: link },
        help: [t('interpreter:mail.not-you')],
        small: [],
      },
    ],
    footer: [
      cleaned(office.name),
      ...office.addressLines.map(cleaned),
      frame('emails:frame.phone-hours', { phone: office.phone, hours: cleaned(office.phoneHours) }),
      office.email,
    ],
  };
}
