import { dateOfDay } from '../time/local-date.js';
import type { Rule } from './rule.js';

/** The talk is on a day that is being planned. */
export const insideTheHorizon: Rule = {
  id: 'inside-the-horizon',
  check: (talk, schedule) => {
    if (talk.day < schedule.firstDay)
      return { rule: 'inside-the-horizon', date: dateOfDay(schedule.firstDay) };
    if (talk.day > schedule.lastDay) return { rule: 'inside-the-horizon', date: dateOfDay(schedule.lastDay) };
    return undefined;
  },
};
