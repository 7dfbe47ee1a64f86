import type { MailBlock, MailFact } from '../../templates/emails/mail-view.js';
import type { Language } from '../languages/index.js';
import { addressLine, previousFact, whenFacts } from './notice-facts.js';
import { cleaned, isolated, languageNameIn, type Wording } from './notice-words.js';
import type { NoticeFacts } from './planned-notices.js';
import type { Addressee, TalkDetails } from './talk-details.js';

/** What the mail to an interpreter is made of. */
export interface InterpreterMail {
  /** `interpreter-booked`, `-moved`, `-cancelled` or `-reminder`. */
  readonly kind: string;
  readonly facts: NoticeFacts;
  readonly talk: TalkDetails;
  readonly spoken: Language;
  readonly addressee: Addressee;
}

/** The message to an interpreter, in German; of the newcomer it holds first name and initial only. */
export function interpreterBlock(mail: InterpreterMail, wording: Wording): MailBlock {
  const { t, language } = wording;
  const { talk, addressee } = mail;
  const words = wordsKey(mail);
  return {
    lang: language.bcp47,
    direction: language.direction,
    script: language.script,
    languageName: language.endonym,
    heading: t(`${words}.heading`),
    greeting: t('emails:greeting', { name: isolated(`${addressee.firstName} ${addressee.lastName}`) }),
    paragraphs: [t(`${words}.intro`)],
    facts: factsOf(mail, wording),
    remarks: [],
    action: null,
    help: [
      t('emails:interpreter.cannot-come', {
        phone: isolated(talk.office.phone),
        hours: cleaned(talk.office.phoneHours),
      }),
    ],
    small: [t('emails:interpreter.secrecy'), `${t('common:reference')}: ${isolated(talk.reference)}`],
  };
}

/** What the subject says, without the date. */
export function interpreterSubject(mail: InterpreterMail, { t }: Wording): string {
  return t(`${wordsKey(mail)}.subject`);
}

/** The instant the mail is about: an assignment that was taken back has its own, older one. */
export function interpreterStart({ kind, facts, talk }: InterpreterMail): Date {
  return kind === 'interpreter-cancelled' ? new Date(facts.startsAt) : talk.startsAt;
}

function wordsKey({ kind }: InterpreterMail): string {
  return `emails:interpreter.${kind.replace('interpreter-', '')}`;
}

function factsOf(mail: InterpreterMail, wording: Wording): MailFact[] {
  const { talk, facts } = mail;
  const isCancelled = mail.kind === 'interpreter-cancelled';
  const startsAt = interpreterStart(mail);
  const endsAt = new Date(startsAt.getTime() + talk.endsAt.getTime() - talk.startsAt.getTime());
  const when = whenFacts(wording, startsAt, endsAt, isCancelled);
  if (isCancelled) return when;
  const previous =
    facts.previousStartsAt === undefined ? [] : [previousFact(wording, talk, facts.previousStartsAt)];
  return [...when, ...previous, ...visitFacts(mail, wording), ...assignmentFacts(mail, wording)];
}

/** A reminder is of the whole visit. */
function visitFacts({ kind, talk }: InterpreterMail, { t, dates }: Wording): MailFact[] {
  const { visit } = talk;
  if (kind !== 'interpreter-reminder' || !visit || visit.length < 2) return [];
  return visit.map(({ startsAt, endsAt }) => ({
    label: t('emails:interpreter.talk'),
    value: isolated(dates.timeRange(new Date(startsAt), new Date(endsAt))),
    isOld: false,
  }));
}

function assignmentFacts({ talk, spoken }: InterpreterMail, wording: Wording): MailFact[] {
  const { t } = wording;
  const { firstName, lastName } = talk.contact;
  const place = talk.place ? addressLine(talk.place) : t('emails:interpreter.video-place');
  const facts = [
    [t('emails:interpreter.mode'), t(`emails:interpreter.modes.${talk.interpreterMode ?? 'onsite'}`)],
    [t('common:place'), isolated(place)],
    [t('common:language'), languageNameIn(wording, spoken)],
    [t('emails:interpreter.person'), isolated(withInitial(firstName, lastName))],
  ];
  return facts.map(([label = '', value = '']) => ({ label, value, isOld: false }));
}

/** `Kavitha S.` */
function withInitial(firstName: string, lastName: string): string {
  const [initial] = cleaned(lastName);
  return initial === undefined ? cleaned(firstName) : `${cleaned(firstName)} ${initial}.`;
}
