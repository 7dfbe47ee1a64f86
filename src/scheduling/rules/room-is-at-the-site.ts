import type { Rule } from './rule.js';

/** A talk on site has a room of that site; a video talk has none. */
export const roomIsAtTheSite: Rule = {
  id: 'room-is-at-the-site',
  check: (talk) => {
    const { mode, site, room } = talk.candidate;
    const isFine = mode === 'onsite' ? talk.room !== null && talk.room.site === site : room === null;
    return isFine ? undefined : { rule: 'room-is-at-the-site', subject: { kind: 'room', id: room ?? '' } };
  },
};
