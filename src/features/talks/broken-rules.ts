import type { RuleId, Violation } from '../../scheduling/index.js';
import type { BrokenRule } from './free-slot.js';
import { namesOf, type OfficeWorld } from './snapshot/office-world.js';

/**
 * Rules of the office's own making: a person may set them aside for one talk, with a reason. That nobody is in two
 * places, that everybody gets in, is understood and is told to people sworn to secrecy is not among them.
 */
const OVERRIDABLE: ReadonlySet<RuleId> = new Set<RuleId>([
  'starts-on-the-grid',
  'inside-the-horizon',
  'not-before-earliest',
  'notice-is-kept',
  'newcomer-accepts-mode',
  'site-is-not-closed',
  'site-is-open',
  'caseworker-works-then',
  'caseworker-day-limit',
  'interpreter-is-available',
  'interpreter-day-limit',
  'interpreter-week-limit',
]);

/** True when staff may set the rule aside for one talk. */
export function isOverridable(rule: RuleId): boolean {
  return OVERRIDABLE.has(rule);
}

/** Violations with names, and whether staff may book all the same. */
export function brokenRules(violations: readonly Violation[], world: OfficeWorld): readonly BrokenRule[] {
  return violations.map(({ subject, lang, ...violation }) => ({
    ...violation,
    ...(lang === undefined ? {} : { language: lang }),
    names: namesOf(subject, world),
    overridable: OVERRIDABLE.has(violation.rule),
  }));
}
