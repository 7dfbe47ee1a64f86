import type { PlacedTalk } from '../schedule/placed-talk.js';
import { instantOf } from '../time/instant.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** Between talks at two places of one day lie at least `transfer` minutes. */
export const interpreterCanChangePlace: Rule = {
  id: 'interpreter-can-change-place',
  check: (talk, schedule) => {
    const { interpreter } = talk;
    if (!interpreter) return undefined;
    const others = otherTalks(schedule.talks.byInterpreter.get(interpreter.id), talk);
    const tooNear = others.find((other) => isTooNear(other, talk, interpreter.transfer));
    if (!tooNear) return undefined;
    const subject = { kind: 'interpreter', id: interpreter.id } as const;
    return {
      rule: 'interpreter-can-change-place',
      subject,
      from: instantOf(tooNear.start),
      until: instantOf(tooNear.end),
      limit: interpreter.transfer,
    };
  },
};

function isTooNear(other: PlacedTalk, talk: PlacedTalk, transfer: number): boolean {
  if (other.day !== talk.day || other.place === talk.place) return false;
  const gap = Math.max(talk.start - other.end, other.start - talk.end);
  return gap >= 0 && gap < transfer;
}
