import { merge, type Interval } from '../time/interval.js';
import { hoursOn } from '../time/weekly-hours.js';
import type { AvailableInterpreter, OpenSite, WorkingCaseworker } from './resources.js';
import type { Schedule } from './schedule.js';

/** Opening hours of a site on one local day; none when it is closed that day. */
export function siteHoursOn(site: OpenSite, day: number, schedule: Schedule): readonly Interval[] {
  return site.closedDays.has(day) ? [] : hoursOn(site.hours, day, schedule.zone);
}

/** Working hours at one site, absences not yet taken off; a closing day of the site takes its hours away. */
export function caseworkerHoursAt(
  at: { readonly caseworker: WorkingCaseworker; readonly site: string },
  day: number,
  schedule: Schedule,
): readonly Interval[] {
  const week = at.caseworker.hoursBySite.get(at.site);
  if (!week || schedule.sites.get(at.site)?.closedDays.has(day)) return [];
  return hoursOn(week, day, schedule.zone);
}

/** Working hours at any site, for talks by video. */
export function caseworkerHoursAnywhere(
  caseworker: WorkingCaseworker,
  day: number,
  schedule: Schedule,
): readonly Interval[] {
  const sites = [...caseworker.hoursBySite.keys()];
  return merge(sites.flatMap((site) => caseworkerHoursAt({ caseworker, site }, day, schedule)));
}

/** Weekly hours and extra times of an interpreter on one local day, absences not yet taken off. */
export function interpreterHoursOn(
  interpreter: AvailableInterpreter,
  day: number,
  schedule: Schedule,
): readonly Interval[] {
  const weekly = hoursOn(interpreter.hours, day, schedule.zone);
  if (interpreter.extraTimes.length === 0) return weekly;
  const dayStart = schedule.zone.dayStart(day);
  const dayEnd = schedule.zone.dayStart(day + 1);
  const extra = interpreter.extraTimes.map((time) => ({
    from: Math.max(time.from, dayStart),
    to: Math.min(time.to, dayEnd),
  }));
  return merge([...weekly, ...extra]);
}
