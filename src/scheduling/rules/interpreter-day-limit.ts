import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** At most `maxPerDay` talks on one local day. */
export const interpreterDayLimit: Rule = {
  id: 'interpreter-day-limit',
  check: (talk, schedule) => {
    const { interpreter, day } = talk;
    if (!interpreter) return undefined;
    const others = otherTalks(schedule.talks.byInterpreter.get(interpreter.id), talk);
    const actual = others.filter((other) => other.day === day).length + 1;
    if (actual <= interpreter.maxPerDay) return undefined;
    const subject = { kind: 'interpreter', id: interpreter.id } as const;
    return { rule: 'interpreter-day-limit', subject, limit: interpreter.maxPerDay, actual };
  },
};
