import type { PlacedTalk } from '../schedule/placed-talk.js';

/** The talks of a list but the one that is being checked: a talk is never in its own way. */
export function otherTalks(list: readonly PlacedTalk[] | undefined, talk: PlacedTalk): readonly PlacedTalk[] {
  return (list ?? []).filter((other) => other.candidate !== talk.candidate);
}
