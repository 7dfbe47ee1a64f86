import { weekOf } from '../time/local-date.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** At most `maxPerWeek` talks from Monday to Sunday. */
export const interpreterWeekLimit: Rule = {
  id: 'interpreter-week-limit',
  check: (talk, schedule) => {
    const { interpreter, day } = talk;
    if (!interpreter) return undefined;
    const others = otherTalks(schedule.talks.byInterpreter.get(interpreter.id), talk);
    const actual = others.filter((other) => weekOf(other.day) === weekOf(day)).length + 1;
    if (actual <= interpreter.maxPerWeek) return undefined;
    const subject = { kind: 'interpreter', id: interpreter.id } as const;
    return { rule: 'interpreter-week-limit', subject, limit: interpreter.maxPerWeek, actual };
  },
};
