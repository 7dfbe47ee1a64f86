import { type CalendarFile } from './talk-calendars.js';
import { calendarFile } from '../../platform/calendar/calendar-file.js';
import { addressLine } from './notice-facts.js';
import { cleaned, languageNameIn, type Wording } from './notice-words.js';
import type { OfferMail } from './offer-mail.js';

/** The accepted talks as calendar entries, without anything about a person: calendars are copied to many places. */
export function offerCalendar(
  { offer, talk, languages }: Pick<OfferMail, 'offer' | 'talk' | 'languages'>,
  { t, ...wording }: Wording,
  at: { readonly host: string; readonly now: Date },
): CalendarFile {
  const entries = offer.talks.map(({ talkId, startsAt, endsAt, languageCode }) => {
    const spoken = languages.get(languageCode);
    const language = spoken ? languageNameIn({ t, ...wording }, spoken) : languageCode;
    return {
      uid: `${offer.offerId}-${talkId}@${at.host}`,
      sequence: offer.edition,
      isCancelled: false,
      startsAt,
      endsAt,
      stampedAt: at.now,
      summary: t('emails:interpreter.calendar', { language }),
      location: offer.place
        ? addressLine({ ...offer.place, accessText: {} })
        : t(`emails:interpreter.modes.${offer.mode}`),
      description: '',
      organizer: { name: cleaned(talk.office.name), email: talk.office.email },
      alarms: [],
    };
  });
  return {
    filename: 'einsatz.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: calendarFile(entries),
  };
}
