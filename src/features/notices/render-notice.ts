import type { I18n } from '../../platform/i18n/i18n.js';
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
import { cleaned, wordingOf, type Wording } from './notice-words.js';
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
  readonly addressee: Addressee;
  /** Address of the newcomer's page. */
  readonly link: string | undefined;
  readonly now: Date;
}

const PREHEADER_LENGTH = 90;

/** Writes the mail of a notice: the recipient's language first, German below. Throws when a text is missing. */
export function renderNotice(
  notice: NoticeToRender,
  languages: ReadonlyMap<string, Language>,
  i18n: I18n,
): WrittenMail {
  const codes = localesOf(notice, i18n);
  const wordings = codes.map((code) => wordingOf(code, languages, i18n, notice.talk.timeZone));
  return writeMail(viewOf(notice, wordings, languages));
}

/** Languages of a notice in the order of its blocks. */
export function localesOf(notice: Pick<NoticeToRender, 'locale' | 'fallbackReason'>, i18n: I18n): string[] {
  if (notice.fallbackReason !== null || !i18n.has(notice.locale, 'emails:greeting')) return ['de', 'en'];
  return notice.locale === 'de' ? ['de'] : [notice.locale, 'de'];
}

function viewOf(
  notice: NoticeToRender,
  wordings: readonly Wording[],
  languages: ReadonlyMap<string, Language>,
): MailView {
  const [first] = wordings;
  const spoken = languages.get(notice.talk.languageCode);
  if (!first || !spoken) throw new Error(`The language ${notice.talk.languageCode} is not in the table`);
  const { blocks, subjects, startsAt } = contentOf(notice, wordings, spoken);
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

function contentOf(notice: NoticeToRender, wordings: readonly Wording[], spoken: Language): Content {
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
