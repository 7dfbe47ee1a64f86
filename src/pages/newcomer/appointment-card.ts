import type { TalkView } from '../../features/talks/index.js';
import type { Language } from '../../features/languages/index.js';
import type { DateFormat } from '../../platform/i18n/date-format.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { languageName } from '../../platform/i18n/language-name.js';
import type { AppointmentCardView, TalkTimeView } from '../../templates/components/appointment-card.js';

/** A language to write in: its words, its dates, its tag. */
export interface Writing {
  readonly t: Translate;
  readonly format: DateFormat;
  readonly language: Language;
}

/** What a card shows of a talk or of a place that it could move to. */
export type CardFacts = Pick<
  TalkView,
  'startsAt' | 'endsAt' | 'mode' | 'street' | 'postcode' | 'town' | 'floor' | 'roomName'
> &
  Pick<TalkView, 'language' | 'provision' | 'interpreterMode'>;

export function talkTime(startsAt: Date, endsAt: Date, format: DateFormat): TalkTimeView {
  return {
    longDate: format.longDate(startsAt),
    numericDate: format.numericDate(startsAt),
    timeRange: format.timeRange(startsAt, endsAt),
    startsAt: startsAt.toISOString(),
  };
}

/** The card of a talk in one language. */
export function appointmentCard(talk: CardFacts, { t, format, language }: Writing): AppointmentCardView {
  return {
    ...talkTime(talk.startsAt, talk.endsAt, format),
    place: talk.mode === 'onsite' ? placeLines(talk) : [],
    languageName: languageName(talk.language, language.bcp47),
    provision: t(`newcomer:provision.${provisionKey(talk)}`),
  };
}

function placeLines(talk: CardFacts): string[] {
  const town = [talk.postcode, talk.town].filter(Boolean).join(' ');
  const room = [talk.floor, talk.roomName].filter(Boolean).join(', ');
  return [talk.street ?? '', town, room].filter((line) => line !== '');
}

function provisionKey({ provision, interpreterMode }: CardFacts): string {
  return interpreterMode === null ? provision : `interpreter-${interpreterMode}`;
}
