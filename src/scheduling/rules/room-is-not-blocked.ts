import { instantOf } from '../time/instant.js';
import { overlaps } from '../time/interval.js';
import type { Rule } from './rule.js';

/** The room is not blocked for the talk or its buffer. */
export const roomIsNotBlocked: Rule = {
  id: 'room-is-not-blocked',
  check: (talk) => {
    const hours = { from: talk.start, to: talk.bufferEnd };
    const blocked = talk.room?.blockedTimes.find((time) => overlaps(time, hours));
    if (!talk.room || !blocked) return undefined;
    const subject = { kind: 'room', id: talk.room.id } as const;
    return {
      rule: 'room-is-not-blocked',
      subject,
      from: instantOf(blocked.from),
      until: instantOf(blocked.to),
    };
  },
};
