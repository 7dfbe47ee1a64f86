import type { BrokenRule } from '../talks/index.js';

/** What stands against each talk, by its id. */
export type BrokenTalks = ReadonlyMap<string, readonly BrokenRule[]>;

/** The rules that talks break after a change and did not break before it; a talk that breaks none anew is left out. */
export function newlyBroken(before: BrokenTalks, after: BrokenTalks): BrokenTalks {
  const found = new Map<string, readonly BrokenRule[]>();
  for (const [talkId, rules] of after) {
    const known = new Set((before.get(talkId) ?? []).map(({ rule }) => rule));
    const fresh = rules.filter(({ rule }) => !known.has(rule));
    if (fresh.length > 0) found.set(talkId, fresh);
  }
  return found;
}
