import { covers } from '../time/interval.js';
import { hoursOn } from '../time/weekly-hours.js';
import type { Rule } from './rule.js';

/** The room is used only while its site is open, buffer included. */
export const siteIsOpen: Rule = {
  id: 'site-is-open',
  check: (talk, schedule) => {
    if (!talk.site || talk.site.closedDays.has(talk.day)) return undefined;
    const hours = hoursOn(talk.site.hours, talk.day, schedule.zone);
    if (covers(hours, { from: talk.start, to: talk.bufferEnd })) return undefined;
    return { rule: 'site-is-open', subject: { kind: 'site', id: talk.site.id } };
  },
};
