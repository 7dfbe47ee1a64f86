import type { MailFact } from '../../templates/emails/mail-view.js';
import type { Language } from '../languages/index.js';
import { cleaned, dayIn, isolated, languageNameIn, timeIn, type Wording } from './notice-words.js';
import type { TalkDetails, TalkPlace } from './talk-details.js';

/** Day and time, on two lines; struck through when they no longer hold. */
export function whenFacts(wording: Wording, startsAt: Date, endsAt: Date, isOld: boolean): MailFact[] {
  const { t } = wording;
  return [
    { label: t('common:day'), value: dayIn(wording, startsAt), isOld },
    { label: t('common:time'), value: timeIn(wording, startsAt, endsAt), isOld },
  ];
}

/** What someone knew before the talk was moved, named as old. */
export function previousFact(wording: Wording, talk: TalkDetails, previousStartsAt: string): MailFact {
  const from = new Date(previousStartsAt);
  const to = new Date(from.getTime() + talk.endsAt.getTime() - talk.startsAt.getTime());
  const value = `${dayIn(wording, from)}, ${isolated(wording.dates.timeRange(from, to))}`;
  return { label: wording.t('common:previous'), value, isOld: true };
}

/** Address on one line, room included. */
export function addressLine(place: TalkPlace): string {
  const { siteName, street, postcode, town, floor, roomName } = place;
  return [siteName, street, `${postcode} ${town}`, floor, roomName].map(cleaned).filter(Boolean).join(', ');
}

/** Place and way there, or how the talk by video works. */
export function placeFacts(wording: Wording, talk: TalkDetails): MailFact[] {
  const { t, language } = wording;
  if (!talk.place) return [{ label: t('common:place'), value: t('common:video'), isOld: false }];
  const place = { label: t('common:place'), value: isolated(addressLine(talk.place)), isOld: false };
  const way = talk.place.accessText[language.code];
  return way ? [place, { label: t('common:way'), value: cleaned(way), isOld: false }] : [place];
}

/** In which language the talk is held, who helps, how long it takes, what to bring. */
export function talkFacts(wording: Wording, talk: TalkDetails, spoken: Language): MailFact[] {
  const { t } = wording;
  const language = languageNameIn(wording, spoken);
  const minutes = Math.round((talk.endsAt.getTime() - talk.startsAt.getTime()) / 60_000);
  return [
    { label: t('common:language'), value: t(provisionKey(talk), { language }), isOld: false },
    { label: t('common:duration'), value: t('common:minutes', { count: minutes }), isOld: false },
    { label: t('common:bring'), value: t('common:bring-what'), isOld: false },
  ];
}

function provisionKey(talk: TalkDetails): string {
  if (talk.interpreterMode !== null) return `common:provision.interpreter-${talk.interpreterMode}`;
  return talk.provision === 'german' ? 'common:provision.german' : 'common:provision.caseworker';
}
