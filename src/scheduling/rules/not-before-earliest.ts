import type { Rule } from './rule.js';

/** Nobody is invited for a day before the earliest one; fixed talks are exempt. */
export const notBeforeEarliest: Rule = {
  id: 'not-before-earliest',
  check: (talk, schedule) => {
    const isFixed = schedule.appointments.get(talk.newcomer.id)?.pinned ?? false;
    if (isFixed || talk.day >= talk.newcomer.earliestDay) return undefined;
    return { rule: 'not-before-earliest', date: talk.newcomer.earliest };
  },
};
