import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';

/** One entry of a calendar file, as a reader of ours or of somebody else's understood it. */
export interface ReadEntry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  /** `2027-01-25T09:00:00+00:00` */
  readonly start: string;
  readonly end: string;
  readonly cancelled: boolean;
}

/** A reader of calendar files; `read` is undefined where the machine does not have it. */
export interface CalendarReader {
  readonly name: string;
  readonly read: ((file: string) => ReadEntry[]) | undefined;
}

const HERE = path.resolve('test/support/calendars');

/** The reader of the product's own library, and two that share no line of code with it. */
export const calendarReaders: readonly CalendarReader[] = [
  { name: 'ical.js', read: readByIcalJs },
  { name: 'python3-icalendar', read: pythonReader() },
  { name: 'libical', read: libicalReader() },
];

function readByIcalJs(file: string): ReadEntry[] {
  const calendar = ICAL.Component.fromString(file);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const iso = (time: ICAL.Time): string => time.toJSDate().toISOString().replace('.000Z', '+00:00');
    return {
      method: String(calendar.getFirstPropertyValue('method') ?? ''),
      uid: event.uid,
      sequence: event.sequence,
      start: iso(event.startDate),
      end: iso(event.endDate),
      cancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
    };
  });
}

/** Debian's package belongs to Debian's Python, which need not be the first one on the path. */
function pythonReader(): CalendarReader['read'] {
  const python = ['/usr/bin/python3', 'python3'].find((each) => works(each, ['-c', 'import icalendar']));
  return python === undefined ? undefined : (file) => linesOf(python, [`${HERE}/read-calendar.py`], file);
}

function libicalReader(): CalendarReader['read'] {
  const program = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'libical-')), 'read-calendar');
  const made = works('cc', ['-o', program, `${HERE}/read-calendar.c`, '-lical']);
  return made ? (file) => linesOf(program, [], file) : undefined;
}

function works(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function linesOf(program: string, args: readonly string[], input: string): ReadEntry[] {
  const output = execFileSync(program, args, { input, encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadEntry);
}
