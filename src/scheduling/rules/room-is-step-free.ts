import type { Rule } from './rule.js';

/** Who needs it gets a room without steps. */
export const roomIsStepFree: Rule = {
  id: 'room-is-step-free',
  check: (talk) => {
    if (!talk.room || talk.room.accessible || !talk.newcomer.wheelchair) return undefined;
    return { rule: 'room-is-step-free', subject: { kind: 'room', id: talk.room.id } };
  },
};
