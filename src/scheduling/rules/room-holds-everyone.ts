import type { Rule } from './rule.js';

/** The room has a seat for every person of the household. */
export const roomHoldsEveryone: Rule = {
  id: 'room-holds-everyone',
  check: (talk) => {
    if (!talk.room || talk.room.seats >= talk.newcomer.persons) return undefined;
    return {
      rule: 'room-holds-everyone',
      subject: { kind: 'room', id: talk.room.id },
      limit: talk.room.seats,
      actual: talk.newcomer.persons,
    };
  },
};
