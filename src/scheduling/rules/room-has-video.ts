import type { Rule } from './rule.js';

/** An interpreter on a screen needs a room with one; the telephone needs none. */
export const roomHasVideo: Rule = {
  id: 'room-has-video',
  check: (talk) => {
    if (!talk.room || !talk.interpreter || talk.candidate.interpreterMode !== 'video') return undefined;
    if (talk.room.video || talk.interpreter.remoteMode === 'phone') return undefined;
    return { rule: 'room-has-video', subject: { kind: 'room', id: talk.room.id } };
  },
};
