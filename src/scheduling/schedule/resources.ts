import type { Caseworker, Interpreter, Newcomer, Room, Site, Snapshot } from '../model.js';
import { intervalsOf } from '../time/instant.js';
import type { Interval } from '../time/interval.js';
import { dayOfDate } from '../time/local-date.js';
import { weeklyHoursOf, type WeeklyHours } from '../time/weekly-hours.js';

/** People and places of a snapshot with their times in minutes and their dates as day numbers, read once. */
export interface OpenSite extends Site {
  readonly hours: WeeklyHours;
  readonly closedDays: ReadonlySet<number>;
}

export interface OpenRoom extends Room {
  readonly blockedTimes: readonly Interval[];
}

export interface WorkingCaseworker extends Caseworker {
  readonly hoursBySite: ReadonlyMap<string, WeeklyHours>;
  readonly absences: readonly Interval[];
}

export interface AvailableInterpreter extends Interpreter {
  readonly hours: WeeklyHours;
  readonly extraTimes: readonly Interval[];
  readonly absences: readonly Interval[];
}

export interface InvitedNewcomer extends Newcomer {
  readonly earliestDay: number;
  readonly dueDay: number;
  readonly unavailableTimes: readonly Interval[];
}

export function openSites(snapshot: Snapshot): ReadonlyMap<string, OpenSite> {
  return byId(snapshot.sites, (site) => ({
    ...site,
    hours: weeklyHoursOf(site.weekly),
    closedDays: new Set(site.closed.map(dayOfDate)),
  }));
}

export function openRooms(snapshot: Snapshot): ReadonlyMap<string, OpenRoom> {
  return byId(snapshot.rooms, (room) => ({ ...room, blockedTimes: intervalsOf(room.blocked) }));
}

export function workingCaseworkers(snapshot: Snapshot): ReadonlyMap<string, WorkingCaseworker> {
  return byId(snapshot.caseworkers, (caseworker) => ({
    ...caseworker,
    hoursBySite: hoursBySite(caseworker),
    absences: intervalsOf(caseworker.absent),
  }));
}

export function availableInterpreters(snapshot: Snapshot): ReadonlyMap<string, AvailableInterpreter> {
  return byId(snapshot.interpreters, (interpreter) => ({
    ...interpreter,
    hours: weeklyHoursOf(interpreter.weekly),
    extraTimes: intervalsOf(interpreter.extra),
    absences: intervalsOf(interpreter.absent),
  }));
}

export function invitedNewcomers(snapshot: Snapshot): ReadonlyMap<string, InvitedNewcomer> {
  return byId(snapshot.newcomers, (newcomer) => ({
    ...newcomer,
    earliestDay: dayOfDate(newcomer.earliest),
    dueDay: dayOfDate(newcomer.due),
    unavailableTimes: intervalsOf(newcomer.unavailable),
  }));
}

function hoursBySite(caseworker: Caseworker): ReadonlyMap<string, WeeklyHours> {
  const sites = new Set(caseworker.weekly.map((range) => range.site));
  return new Map(
    [...sites].map((site) => [site, weeklyHoursOf(caseworker.weekly.filter((range) => range.site === site))]),
  );
}

function byId<T extends { readonly id: string }, R>(
  list: readonly T[],
  read: (item: T) => R,
): ReadonlyMap<string, R> {
  return new Map(list.map((item) => [item.id, read(item)]));
}
