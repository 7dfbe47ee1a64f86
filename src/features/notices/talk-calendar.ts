import { calendarFile, type CalendarEvent } from '../../platform/calendar/calendar-file.js';

/** One talk as an entry of the newcomer's calendar. */
export interface CalendarEntry extends Omit<CalendarEvent, 'uid' | 'sequence' | 'alarms'> {
  readonly talkId: string;
  readonly revision: number;
  /** Part of the entry's name in all calendars; must never change for an installation. */
  readonly host: string;
}

const ALARMS = ['-P1D', '-PT2H'];

/** The calendar file of one talk, for the newcomer: published, not asking for an answer (docs/decisions/0006). */
export function talkCalendar(entry: CalendarEntry): string {
  const { talkId, revision, host } = entry;
  return calendarFile([{ ...entry, uid: `${talkId}@${host}`, sequence: revision, alarms: ALARMS }]);
}
