import { checkTalk } from '../rules/check-talk.js';
import type { RuleId, Violation } from '../rules/rule.js';
import { withoutTalkOf, type Schedule } from '../schedule/schedule.js';

/**
 * What a new plan may do with a talk that was announced already. `stays`: it breaks a rule that somebody set aside for
 * it, or is too near to be moved at all. `must-move`: somebody or something it needs has fallen out.
 */
export type Leeway =
  { readonly kind: 'stays' | 'may-move' } | { readonly kind: 'must-move'; readonly obstacle: Violation };

/** Rules that a talk breaks when people, rooms or sites it was announced with are not there after all. */
const FALLEN_OUT: ReadonlySet<RuleId> = new Set<RuleId>([
  'interpreter-is-not-absent',
  'caseworker-is-not-absent',
  'room-is-not-blocked',
  'room-is-at-the-site',
  'site-is-not-closed',
]);

/**
 * @param schedule with every announced talk in it
 * @param isSetAside rules that somebody set aside when this talk was booked
 */
export function leewayOf(
  newcomer: string,
  schedule: Schedule,
  isSetAside: (rule: RuleId) => boolean = () => false,
): Leeway {
  const announced = schedule.appointments.get(newcomer);
  if (!announced) return { kind: 'stays' };
  const violations = checkTalk(announced, withoutTalkOf(newcomer, schedule));
  const obstacle = violations.find(
    (violation) => !isSetAside(violation.rule) && isFallenOut(violation, announced.caseworker, schedule),
  );
  if (obstacle) return { kind: 'must-move', obstacle };
  return { kind: violations.length > 0 || isNear(newcomer, schedule) ? 'stays' : 'may-move' };
}

/** So near that no new day could be announced in time. */
function isNear(newcomer: string, schedule: Schedule): boolean {
  const talks = schedule.talks.byNewcomer.get(newcomer) ?? [];
  return talks.some((talk) => talk.day < schedule.today + talk.newcomer.notice);
}

/** Somebody who left the office has no working hours any more. */
function isFallenOut({ rule }: Violation, caseworker: string, schedule: Schedule): boolean {
  if (FALLEN_OUT.has(rule)) return true;
  return rule === 'caseworker-works-then' && schedule.caseworkers.get(caseworker)?.weekly.length === 0;
}
