import type { Rule } from './rule.js';

/** A video talk is led from a place with video. */
export const caseworkerHasVideo: Rule = {
  id: 'caseworker-has-video',
  check: (talk) => {
    if (talk.candidate.mode !== 'video' || talk.caseworker.video) return undefined;
    return { rule: 'caseworker-has-video', subject: { kind: 'caseworker', id: talk.caseworker.id } };
  },
};
