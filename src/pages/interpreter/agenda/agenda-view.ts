import type { AgendaEntry, AgendaPlace } from '../../../features/interpreters/index.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import type { AgendaTalkView, AgendaView } from '../../../templates/pages/interpreter/agenda-page.js';
import { localDay } from '../../shared/local-day.js';
import type { InterpreterContext } from '../interpreter-context.js';

/** The agenda by day. @param feedUrl address of the calendar feed in use */
export function agendaView(
  entries: readonly AgendaEntry[],
  feedUrl: string | undefined,
  context: InterpreterContext,
): AgendaView {
  const byDay = new Map<string, AgendaEntry[]>();
  for (const entry of entries) {
    const day = localDay(entry.startsAt, context.interpreter.timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return {
    days: [...byDay.values()].map((ofDay) => ({
      title: context.format.longDate(ofDay[0]?.startsAt ?? context.now),
      talks: ofDay.map((entry) => talkView(entry, context)),
    })),
    feed:
      feedUrl === undefined ? null : { url: feedUrl, subscribeHref: feedUrl.replace(/^https?/, 'webcal') },
    csrfToken: context.interpreter.csrfToken,
  };
}

function talkView(entry: AgendaEntry, { t, format, language }: InterpreterContext): AgendaTalkView {
  const { firstName, lastName, place, state } = entry;
  const [initial = ''] = lastName;
  return {
    key: entry.talkId,
    time: format.timeRange(entry.startsAt, entry.endsAt),
    language: languageName(entry.language, language.bcp47),
    mode: t(`interpreter:mode.${entry.mode}`),
    state,
    person:
      state === 'cancelled'
        ? null
        : `\u2068${`${firstName} ${initial}${initial === '' ? '' : '.'}`.trim()}\u2069`,
    reference: entry.reference,
    place: place && {
      address: addressOf(place),
      way: place.accessText[language.code] ?? place.accessText['de'] ?? '',
      mapHref: `https://www.openstreetmap.org/search?query=${encodeURIComponent(
        `${place.street}, ${place.postcode} ${place.town}`,
      )}`,
    },
  };
}

function addressOf({ siteName, street, postcode, town, floor, roomName }: AgendaPlace): string {
  return [siteName, street, `${postcode} ${town}`, floor, roomName].filter(Boolean).join(', ');
}
