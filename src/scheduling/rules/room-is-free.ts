import { instantOf } from '../time/instant.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** One talk at a time, the buffer behind each talk included. */
export const roomIsFree: Rule = {
  id: 'room-is-free',
  check: (talk, schedule) => {
    if (!talk.room) return undefined;
    const others = otherTalks(schedule.talks.byRoom.get(talk.room.id), talk);
    const other = others.find((taken) => taken.start < talk.bufferEnd && talk.start < taken.bufferEnd);
    if (!other) return undefined;
    const subject = { kind: 'room', id: talk.room.id } as const;
    return { rule: 'room-is-free', subject, from: instantOf(other.start), until: instantOf(other.bufferEnd) };
  },
};
