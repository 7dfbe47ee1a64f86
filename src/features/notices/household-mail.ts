import { Temporal } from 'temporal-polyfill';
import type { MailBlock, MailFact, MailLink } from '../../templates/emails/mail-view.js';
import type { Language } from '../languages/index.js';
import { placeFacts, previousFact, talkFacts, whenFacts } from './notice-facts.js';
import { isolated, type Wording } from './notice-words.js';
import type { NoticeFacts } from './planned-notices.js';
import type { TalkDetails } from './talk-details.js';

/** What the mail to a household is made of. */
export interface HouseholdMail {
  readonly kind: string;
  readonly facts: NoticeFacts;
  readonly talk: TalkDetails;
  readonly spoken: Language;
  /** The newcomer's page; undefined when no link was ever made. */
  readonly link: string | undefined;
  readonly now: Date;
  /** A German block follows or stands beside this one. */
  readonly isTranslated: boolean;
}

const LAW = 'Art. 57 AIG';
const GERMAN_TALK_NAME = 'Erstinformationsgespräch';

/** The message to the household in one language. */
export function householdBlock(mail: HouseholdMail, wording: Wording): MailBlock {
  const { t, language } = wording;
  const words = wordsKey(mail);
  const { firstName, lastName } = mail.talk.contact;
  return {
    lang: language.bcp47,
    direction: language.direction,
    script: language.script,
    languageName: language.endonym,
    heading: t(`${words}.heading${dayForm(mail)}`, { count: daysLeft(mail) }),
    greeting: t('emails:greeting', { name: isolated(`${firstName} ${lastName}`) }),
    paragraphs: [t(`${words}.intro`), ...(asksAgain(mail) ? [t('emails:reminder.please-answer')] : [])],
    facts: factsOf(mail, wording),
    remarks: isCancelled(mail) ? [] : [t('emails:free')],
    action: actionOf(mail, wording),
    help: [helpOf(mail, wording)],
    small: [
      t('emails:why', { law: isolated(LAW), talk: isolated(GERMAN_TALK_NAME) }),
      t('emails:fraud'),
      ...(mail.isTranslated ? [t('emails:binding')] : []),
      `${t('common:reference')}: ${isolated(mail.talk.reference)}`,
    ],
  };
}

/** What the subject says in one language, without the date. */
export function householdSubject(mail: HouseholdMail, { t }: Wording): string {
  return t(`${wordsKey(mail)}.subject${dayForm(mail)}`, { count: daysLeft(mail) });
}

function wordsKey({ kind, talk }: HouseholdMail): string {
  if (kind.startsWith('reminder-')) return 'emails:reminder';
  if (kind === 'answer-letter') return 'emails:answer-reminder';
  if (kind !== 'cancellation') return `emails:${kind}`;
  return `emails:cancellation-by-${talk.cancelledBy === 'household' ? 'household' : 'office'}`;
}

/** Today and tomorrow have words of their own; in some languages 21 takes the same plural form as 1. */
function dayForm(mail: HouseholdMail): string {
  if (!mail.kind.startsWith('reminder-')) return '';
  const days = daysLeft(mail);
  if (days === 0) return '-today';
  return days === 1 ? '-tomorrow' : '-days';
}

function factsOf(mail: HouseholdMail, wording: Wording): MailFact[] {
  const { talk, facts } = mail;
  const when = whenFacts(wording, talk.startsAt, talk.endsAt, isCancelled(mail));
  if (isCancelled(mail)) return when;
  const previous =
    facts.previousStartsAt === undefined ? [] : [previousFact(wording, talk, facts.previousStartsAt)];
  return [...when, ...previous, ...placeFacts(wording, talk), ...talkFacts(wording, talk, mail.spoken)];
}

function actionOf(mail: HouseholdMail, { t }: Wording): MailLink | null {
  if (mail.link === undefined || isCancelled(mail)) return null;
  const key = isAnswered(mail) ? 'emails:button.view' : 'emails:button.answer';
  return { label: t(key), url: mail.link };
}

function helpOf(mail: HouseholdMail, { t }: Wording): string {
  const phone = isolated(mail.talk.office.phone);
  return isCancelled(mail) || mail.link === undefined
    ? t('emails:questions', { phone })
    : t('emails:cannot-come', { phone });
}

/** Local days from now to the talk: a reminder that waited for the end of the quiet hours still says it right. */
function daysLeft({ talk, now }: HouseholdMail): number {
  const day = (instant: Date): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(talk.timeZone).toPlainDate();
  return Math.max(0, day(now).until(day(talk.startsAt)).days);
}

const isCancelled = (mail: HouseholdMail): boolean => mail.kind === 'cancellation';
const isAnswered = (mail: HouseholdMail): boolean => mail.talk.state === 'confirmed';
const asksAgain = (mail: HouseholdMail): boolean => mail.kind.startsWith('reminder-') && !isAnswered(mail);
