import type { MailBlock, MailView } from '../../templates/emails/mail-view.js';
import { SIGN_IN_MINUTES } from '../links/index.js';
import type { OfficeProfile } from '../offices/index.js';
import { cleaned, isolated, type Wording } from './notice-words.js';

/** What the mail with the link to sign in is made of. */
export interface SignInMail {
  readonly firstName: string;
  readonly link: string;
  readonly office: Omit<OfficeProfile, 'website'>;
}

/** One sentence, one button, in each of the languages that the mail is written in. */
export function signInMail(mail: SignInMail, wordings: readonly Wording[]): MailView {
  const [first] = wordings;
  if (!first) throw new Error('A mail needs a language to be written in');
  const { office } = mail;
  const german = wordings.find(({ language }) => language.code === 'de') ?? first;
  return {
    subject: [...new Set(wordings.map(({ t }) => t('interpreter:mail.subject')))].join(' · '),
    preheader: first.t('interpreter:mail.intro', { minutes: SIGN_IN_MINUTES }),
    officeName: cleaned(office.name),
    germanBelow: first.language.code === 'de' ? null : german.t('emails:frame.german-below'),
    otherLanguage: null,
    blocks: wordings.map((wording) => signInBlock(mail, wording)),
    footer: [
      cleaned(office.name),
      ...office.addressLines.map(cleaned),
      german.t('emails:frame.phone-hours', { phone: office.phone, hours: cleaned(office.phoneHours) }),
      office.email,
    ],
  };
}

function signInBlock({ firstName, link }: SignInMail, { t, language }: Wording): MailBlock {
  return {
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
  };
}
