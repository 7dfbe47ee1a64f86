import { calendarFile, type CalendarEvent } from '../../platform/calendar/calendar-file.js';

/** One talk as an entry of the newcomer's calendar. */
export interface CalendarEntry extends Omit<CalendarEvent, 'uid' | 'alarms'> {
  /** The same for all talks of a household that follow each other after a cancellation. */
  readonly entryId: string;
  /** Grows with each revision of these talks. */
  readonly sequence: number;
  /** Part of the entry's name in all calendars; must never change for an installation. */
  readonly host: string;
}

const ALARMS = ['-P1D', '-PT2H'];

/** The calendar file of one talk, for the newcomer: published, not asking for an answer (docs/decisions/0006). */
export function talkCalendar(entry: CalendarEntry): string {
  const { entryId, host } = entry;
  return calendarFile([{ ...entry, uid: `${entryId}@${host}`, alarms: ALARMS }]);
}
