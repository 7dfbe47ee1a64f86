import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** At most `maxPerDay` talks on one local day. */
export const caseworkerDayLimit: Rule = {
  id: 'caseworker-day-limit',
  check: (talk, schedule) => {
    const { caseworker, day } = talk;
    const others = otherTalks(schedule.talks.byCaseworker.get(caseworker.id), talk);
    const actual = others.filter((other) => other.day === day).length + 1;
    if (actual <= caseworker.maxPerDay) return undefined;
    const subject = { kind: 'caseworker', id: caseworker.id } as const;
    return { rule: 'caseworker-day-limit', subject, limit: caseworker.maxPerDay, actual };
  },
};
