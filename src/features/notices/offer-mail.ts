import type { MailBlock, MailFact } from '../../templates/emails/mail-view.js';
import type { Language } from '../languages/index.js';
import { addressLine, whenFacts } from './notice-facts.js';
import { cleaned, dayIn, isolated, languageNameIn, type Wording } from './notice-words.js';
import type { OfferDetails, OfferDetailsTalk } from './offer-details.js';
import type { Addressee, TalkDetails } from './talk-details.js';

/** What the mail to an interpreter about an offer is made of. */
export interface OfferMail {
  /** `interpreter-request`, `-request-reminder`, `-request-fewer`, `-confirmed`, `-taken`, `-withdrawn` or `-expired`. */
  readonly kind: string;
  readonly offer: OfferDetails;
  /** The first talk, for the office it is at. */
  readonly talk: TalkDetails;
  readonly languages: ReadonlyMap<string, Language>;
  readonly addressee: Addressee;
  /** The interpreter's page. */
  readonly link: string | undefined;
}

const ASKING = ['interpreter-request', 'interpreter-request-reminder', 'interpreter-request-fewer'];

/** The message about an offer, in German; persons are named only to whoever accepted. */
export function offerBlock(mail: OfferMail, wording: Wording): MailBlock {
  const { t, language } = wording;
  const { talk, addressee, kind } = mail;
  const words = wordsKey(mail);
  const isConfirmed = kind === 'interpreter-confirmed';
  return {
    lang: language.bcp47,
    direction: language.direction,
    script: language.script,
    languageName: language.endonym,
    heading: t(`${words}.heading`, { count: mail.offer.talks.length }),
    greeting: t('emails:greeting', { name: isolated(`${addressee.firstName} ${addressee.lastName}`) }),
    paragraphs: [t(`${words}.intro`, { count: mail.offer.talks.length })],
    facts: factsOf(mail, wording),
    remarks: [],
    action:
      mail.link === undefined || !(isAsking(mail) || isConfirmed)
        ? null
        : { label: t(`emails:interpreter.${isConfirmed ? 'see-agenda' : 'see-request'}`), url: mail.link },
    help: isConfirmed
      ? [
          t('emails:interpreter.cannot-come', {
            phone: isolated(talk.office.phone),
            hours: cleaned(talk.office.phoneHours),
          }),
        ]
      : [],
    small: [t('emails:interpreter.secrecy')],
  };
}

/** What the subject says, without the date. */
export function offerSubject(mail: OfferMail, { t }: Wording): string {
  return t(`${wordsKey(mail)}.subject`);
}

/** The instant the mail is about. */
export function offerStart({ offer, talk }: OfferMail): Date {
  return offer.talks[0]?.startsAt ?? talk.startsAt;
}

function factsOf(mail: OfferMail, wording: Wording): MailFact[] {
  const { offer, kind } = mail;
  const isOver = !isAsking(mail) && kind !== 'interpreter-confirmed';
  const when = whenFacts(wording, offerStart(mail), endOf(mail), isOver);
  if (isOver) return when;
  return [
    ...when,
    ...offer.talks.map((talk) => talkFact(talk, mail, wording)),
    ...placeFacts(mail, wording),
    ...(isAsking(mail) ? [answerFact(mail, wording)] : []),
  ];
}

function talkFact(talk: OfferDetailsTalk, mail: OfferMail, wording: Wording): MailFact {
  const { t, dates } = wording;
  const spoken = mail.languages.get(talk.languageCode);
  const minutes = Math.round((talk.endsAt.getTime() - talk.startsAt.getTime()) / 60_000);
  const value = [
    isolated(dates.timeRange(talk.startsAt, talk.endsAt)),
    spoken ? languageNameIn(wording, spoken) : talk.languageCode,
    t('emails:interpreter.length', { count: minutes }),
    ...(talk.person === null ? [] : [isolated(talk.person)]),
  ].join(' · ');
  return { label: t('emails:interpreter.talk'), value, isOld: false };
}

function placeFacts({ offer }: OfferMail, { t }: Wording): MailFact[] {
  const mode = t(`emails:interpreter.modes.${offer.mode}`);
  const facts = [{ label: t('emails:interpreter.mode'), value: mode, isOld: false }];
  if (!offer.place) return facts;
  const place = isolated(addressLine({ ...offer.place, accessText: {} }));
  return [...facts, { label: t('common:place'), value: place, isOld: false }];
}

function answerFact({ offer }: OfferMail, wording: Wording): MailFact {
  const { t, dates } = wording;
  const value = t('emails:interpreter.answer-by-when', {
    day: dayIn(wording, offer.answerBy),
    time: isolated(dates.time(offer.answerBy)),
  });
  return { label: t('emails:interpreter.answer-by'), value, isOld: false };
}

function endOf({ offer, talk }: OfferMail): Date {
  return offer.talks.at(-1)?.endsAt ?? talk.endsAt;
}

const isAsking = ({ kind }: OfferMail): boolean => ASKING.includes(kind);
const wordsKey = ({ kind }: OfferMail): string => `emails:interpreter.${kind.replace('interpreter-', '')}`;
