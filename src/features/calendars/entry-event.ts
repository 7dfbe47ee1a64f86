import type { CalendarEvent } from '../../platform/calendar/calendar-file.js';
import { languageName } from '../../platform/i18n/language-name.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { CalendarOwner } from '../links/index.js';
import type { CalendarEntry, EntryPlace } from './calendar-entries.js';

/** In whose words an entry is written. */
export interface EntryWords {
  readonly t: Translate;
  readonly bcp47: string;
}

/** An entry as calendars read it: it lies in foreign clouds, so it names no person and holds no link. */
export function entryEvent(
  entry: CalendarEntry,
  { kind }: Pick<CalendarOwner, 'kind'>,
  { t, bcp47, host }: EntryWords & { readonly host: string },
): CalendarEvent {
  const { id, sequence, isCancelled, startsAt, endsAt, changedAt, place, reference } = entry;
  const words = WORDS[kind];
  const language = languageName(entry.language, bcp47);
  return {
    uid: `${id}@${host}`,
    sequence,
    isCancelled,
    startsAt,
    endsAt,
    stampedAt: changedAt,
    summary: t(isCancelled ? words.cancelled : words.summary, { language }),
    location: place ? addressOf(place) : t(words.videoPlace),
    description: [...words.mode(entry.mode).map((key) => t(key)), `${t(words.reference)}: ${reference}`].join(
      '\n',
    ),
  };
}

/** Name under which a subscribed calendar shows itself: key of its text. */
export function calendarNameKey({ kind }: Pick<CalendarOwner, 'kind'>): string {
  return WORDS[kind].name;
}

interface WordKeys {
  readonly name: string;
  readonly summary: string;
  readonly cancelled: string;
  readonly videoPlace: string;
  readonly reference: string;
  readonly mode: (mode: CalendarEntry['mode']) => readonly string[];
}

const WORDS: Readonly<Record<CalendarOwner['kind'], WordKeys>> = {
  interpreter: {
    name: 'interpreter:calendar.name',
    summary: 'interpreter:calendar.summary',
    cancelled: 'interpreter:calendar.cancelled',
    videoPlace: 'interpreter:agenda.video-place',
    reference: 'interpreter:agenda.reference',
    mode: (mode) => [`interpreter:mode.${mode}`],
  },
  caseworker: {
    name: 'office:calendar.name',
    summary: 'office:calendar.summary',
    cancelled: 'office:calendar.cancelled',
    videoPlace: 'office:calendar.video',
    reference: 'office:calendar.reference',
    mode: () => [],
  },
};

function addressOf({ siteName, street, postcode, town, floor, roomName }: EntryPlace): string {
  return [siteName, street, `${postcode} ${town}`, floor, roomName].filter(Boolean).join(', ');
}
