import type { Texts } from '../../platform/i18n/i18n.js';
import type { MailBlock, MailView, WrittenMail } from '../../templates/emails/mail-view.js';
import { writeMail } from '../../templates/emails/write-mail.js';
import type { Language } from '../languages/index.js';
import { householdBlock, householdSubject, type HouseholdMail } from './household-mail.js';
import {
  interpreterBlock,
  interpreterStart,
  interpreterSubject,
  type InterpreterMail,
} from './interpreter-mail.js';
import { writeInLocales } from './notice-locales.js';
import { cleaned, wordingOf, type Wording } from './notice-words.js';
import type { OfferDetails } from './offer-details.js';
import { offerBlock, offerStart, offerSubject, type OfferMail } from './offer-mail.js';
import type { NoticeFacts } from './planned-notices.js';
import type { Addressee, TalkDetails } from './talk-details.js';

/** A notice with everything its mail needs. */
export interface NoticeToRender {
  readonly kind: string;
  readonly recipientKind: 'household' | 'interpreter';
  /** Language frozen when the notice was planned. */
  readonly locale: string;
  /** Why that is not the recipient's own language; null when it is. */
  readonly fallbackReason: string | null;
  readonly facts: NoticeFacts;
  readonly talk: TalkDetails;
  /** The offer it tells of; left out: it tells of the talk. */
  readonly offer?: OfferDetails | undefined;
  readonly addressee: Addressee;
  /** Address of the recipient's page. */
  readonly link: string | undefined;
  readonly now: Date;
}

const PREHEADER_LENGTH = 90;

/** A mail with the languages it is really written in. */
export interface RenderedNotice extends WrittenMail {
  /** Codes in the order of the blocks. */
  readonly locales: readonly string[];
  /** Why the recipient's own language is not among them, `missing:ti:emails:free`; null when it is. */
  readonly fallbackReason: string | null;
}

/**
 * Writes the mail of a notice: the recipient's language first, German below. When one of its texts is missing or not
 * approved, the whole mail is in German and English.
 */
export function renderNotice(
  notice: NoticeToRender,
  languages: ReadonlyMap<string, Language>,
  texts: Texts,
): RenderedNotice {
  return writeInLocales(notice, (locales, fallbackReason) => {
    const wordings = locales.map((code) => wordingOf(code, languages, texts, notice.talk.timeZone));
    return { ...writeMail(viewOf(notice, wordings, languages)), locales, fallbackReason };
  });
}

function viewOf(
  notice: NoticeToRender,
  wordings: readonly Wording[],
  languages: ReadonlyMap<string, Language>,
): MailView {
  const [first] = wordings;
  const spoken = languages.get(notice.talk.languageCode);
  if (!first || !spoken) throw new Error(`The language ${notice.talk.languageCode} is not in the table`);
  const { blocks, subjects, startsAt } = contentOf(notice, wordings, { spoken, languages });
  const { office, place } = notice.talk;
  const preheader = [
    first.dates.longDate(startsAt),
    first.dates.time(startsAt),
    ...(place ? [cleaned(place.street), cleaned(place.town)] : []),
  ].join(', ');
  const frame = wordings.find(({ language }) => language.code === 'de')?.t ?? first.t;
  return {
    subject: cleaned([...subjects, first.dates.numericDate(startsAt)].join(' · ')),
    preheader: shortened(preheader),
    officeName: cleaned(office.name),
    germanBelow: first.language.code === 'de' ? null : frame('emails:frame.german-below'),
    otherLanguage:
      notice.link === undefined || notice.recipientKind !== 'household'
        ? null
        : { label: frame('emails:frame.other-language'), url: `${notice.link}/language` },
    blocks,
    footer: [
      cleaned(office.name),
      ...office.addressLines.map(cleaned),
      frame('emails:frame.phone-hours', { phone: office.phone, hours: cleaned(office.phoneHours) }),
      office.email,
    ],
  };
}

interface Content {
  readonly blocks: MailBlock[];
  readonly subjects: string[];
  readonly startsAt: Date;
}

function contentOf(
  notice: NoticeToRender,
  wordings: readonly Wording[],
  { spoken, languages }: { readonly spoken: Language; readonly languages: ReadonlyMap<string, Language> },
): Content {
  if (notice.offer) {
    const mail: OfferMail = { ...notice, offer: notice.offer, languages };
    return {
      blocks: wordings.map((wording) => offerBlock(mail, wording)),
      subjects: wordings.map((wording) => offerSubject(mail, wording)),
      startsAt: offerStart(mail),
    };
  }

  if (notice.recipientKind === 'interpreter') {
    const mail: InterpreterMail = { ...notice, spoken };
    return {
      blocks: wordings.map((wording) => interpreterBlock(mail, wording)),
      subjects: wordings.map((wording) => interpreterSubject(mail, wording)),
      startsAt: interpreterStart(mail),
    };
  }
  const mail: HouseholdMail = { ...notice, spoken, isTranslated: wordings.length > 1 };
  return {
    blocks: wordings.map((wording) => householdBlock(mail, wording)),
    subjects: wordings.map((wording) => householdSubject(mail, wording)),
    startsAt: notice.talk.startsAt,
  };
}

function shortened(text: string): string {
  return text.length <= PREHEADER_LENGTH ? text : `${text.slice(0, PREHEADER_LENGTH - 1).trimEnd()}…`;
}
