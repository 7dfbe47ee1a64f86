import type { Candidate } from '../model.js';
import { resolveTalk } from '../schedule/resolve-talk.js';
import type { Schedule } from '../schedule/schedule.js';
import { allRules } from './all-rules.js';
import type { Violation } from './rule.js';

/**
 * Every rule this talk would break beside the talks already placed; empty when it may be booked.
 * A talk that names something unknown breaks `everything-is-known` and is not looked at further.
 */
export function checkTalk(candidate: Candidate, schedule: Schedule): readonly Violation[] {
  const resolved = resolveTalk(candidate, schedule);
  if (resolved.kind === 'unknown') return [{ rule: 'everything-is-known', subject: resolved.subject }];
  return allRules.flatMap((rule) => rule.check(resolved.talk, schedule) ?? []);
}
