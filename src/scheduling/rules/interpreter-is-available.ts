import { interpreterHoursOn } from '../schedule/opening.js';
import { covers } from '../time/interval.js';
import type { Rule } from './rule.js';

/** The whole talk lies inside one stretch of weekly hours and extra times of a day. */
export const interpreterIsAvailable: Rule = {
  id: 'interpreter-is-available',
  check: (talk, schedule) => {
    const { interpreter, day } = talk;
    if (!interpreter) return undefined;
    const hours = interpreterHoursOn(interpreter, day, schedule);
    if (covers(hours, { from: talk.start, to: talk.end })) return undefined;
    return { rule: 'interpreter-is-available', subject: { kind: 'interpreter', id: interpreter.id } };
  },
};
