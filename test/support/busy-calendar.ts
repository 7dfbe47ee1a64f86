import { busyTimes } from '../../src/features/interpreters/busy/busy-times.js';

const FROM = Date.parse('2027-01-11T00:00:00Z');
const UNTIL = Date.parse('2027-02-11T00:00:00Z');

/** The busy times of a calendar with these events, `from/until` in UTC to the minute. */
export function read(...events: readonly (readonly string[])[]): string[] {
  const lines = events.flatMap((event, index) => {
    const named = event.some((line) => line.startsWith('UID:'))
      ? []
      : [`UID:event-${index}@elsewhere.example`];
    return ['BEGIN:VEVENT', ...named, ...event, 'END:VEVENT'];
  });
  return readText(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n'));
}

export function readText(text: string): string[] {
  const question = { text, from: FROM, until: UNTIL, timeZone: 'Europe/Zurich', ownHost: 'termine.example' };
  const short = (instant: number): string => new Date(instant).toISOString().slice(5, 16);
  return busyTimes(question).map(({ from, until }) => `${short(from)}/${short(until)}`);
}

/** Why a calendar is refused; `read` when it is not. */
export const problemIn = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    return (error as { problem?: string }).problem ?? String(error);
  }
};
