import type { Rule } from './rule.js';

/** Talks start on full steps of `slotMinutes`. */
export const startsOnTheGrid: Rule = {
  id: 'starts-on-the-grid',
  check: (talk, schedule) => {
    const minutes = schedule.snapshot.slotMinutes;
    return talk.start % minutes === 0 ? undefined : { rule: 'starts-on-the-grid', limit: minutes };
  },
};
