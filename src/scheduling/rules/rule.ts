import type { Instant, Language, LocalDate } from '../model.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { Subject } from '../schedule/resolve-talk.js';
import type { Schedule } from '../schedule/schedule.js';

/** Names of the hard rules; also the translation keys of the sentences that explain them. */
export type RuleId =
  | 'everything-is-known'
  | 'newcomer-has-one-talk'
  | 'fixed-talk-stays'
  | 'starts-on-the-grid'
  | 'inside-the-horizon'
  | 'not-before-earliest'
  | 'notice-is-kept'
  | 'newcomer-is-available'
  | 'newcomer-accepts-mode'
  | 'newcomer-can-reach-site'
  | 'newcomer-understands-language'
  | 'site-is-not-closed'
  | 'site-is-open'
  | 'room-is-at-the-site'
  | 'room-is-not-blocked'
  | 'room-is-free'
  | 'room-holds-everyone'
  | 'room-is-step-free'
  | 'room-has-video'
  | 'caseworker-of-the-office'
  | 'caseworker-has-video'
  | 'caseworker-works-then'
  | 'caseworker-is-not-absent'
  | 'caseworker-is-free'
  | 'caseworker-day-limit'
  | 'caseworker-speaks-language'
  | 'interpreter-mode-fits'
  | 'interpreter-speaks-language'
  | 'interpreter-is-qualified'
  | 'interpreter-is-not-excluded'
  | 'interpreter-of-wished-gender'
  | 'interpreter-is-sworn-to-secrecy'
  | 'interpreter-comes-to-site'
  | 'interpreter-works-remotely'
  | 'newcomer-accepts-remote-interpreter'
  | 'interpreter-is-available'
  | 'interpreter-is-not-absent'
  | 'interpreter-is-free'
  | 'interpreter-can-change-place'
  | 'interpreter-day-limit'
  | 'interpreter-week-limit';

/** A broken rule with what a sentence about it needs; fields that say nothing about this case are left out. */
export interface Violation {
  readonly rule: RuleId;
  /** Whom or what it is about. */
  readonly subject?: Subject;
  /** The stretch of time that is in the way, for example taken or absent. */
  readonly from?: Instant;
  readonly until?: Instant;
  /** The first allowed, last allowed or closed date. */
  readonly date?: LocalDate;
  readonly lang?: Language;
  /** What is allowed or needed, and what there would be: seats, talks, levels, minutes. */
  readonly limit?: number;
  readonly actual?: number;
}

/** One thing that a plan may never do. `check` answers for one talk, given the talks already placed. */
export interface Rule {
  readonly id: RuleId;
  readonly check: (talk: PlacedTalk, schedule: Schedule) => Violation | undefined;
}
