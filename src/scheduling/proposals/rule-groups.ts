import { caseworkerDayLimit } from '../rules/caseworker-day-limit.js';
import { caseworkerHasVideo } from '../rules/caseworker-has-video.js';
import { caseworkerIsFree } from '../rules/caseworker-is-free.js';
import { caseworkerIsNotAbsent } from '../rules/caseworker-is-not-absent.js';
import { caseworkerOfTheOffice } from '../rules/caseworker-of-the-office.js';
import { caseworkerWorksThen } from '../rules/caseworker-works-then.js';
import { interpreterCanChangePlace } from '../rules/interpreter-can-change-place.js';
import { interpreterComesToSite } from '../rules/interpreter-comes-to-site.js';
import { interpreterDayLimit } from '../rules/interpreter-day-limit.js';
import { interpreterIsAvailable } from '../rules/interpreter-is-available.js';
import { interpreterIsFree } from '../rules/interpreter-is-free.js';
import { interpreterIsNotAbsent } from '../rules/interpreter-is-not-absent.js';
import { interpreterIsNotExcluded } from '../rules/interpreter-is-not-excluded.js';
import { interpreterIsQualified } from '../rules/interpreter-is-qualified.js';
import { interpreterIsSwornToSecrecy } from '../rules/interpreter-is-sworn-to-secrecy.js';
import { interpreterOfWishedGender } from '../rules/interpreter-of-wished-gender.js';
import { interpreterWeekLimit } from '../rules/interpreter-week-limit.js';
import { interpreterWorksRemotely } from '../rules/interpreter-works-remotely.js';
import { newcomerAcceptsRemoteInterpreter } from '../rules/newcomer-accepts-remote-interpreter.js';
import { newcomerIsAvailable } from '../rules/newcomer-is-available.js';
import { notBeforeEarliest } from '../rules/not-before-earliest.js';
import { noticeIsKept } from '../rules/notice-is-kept.js';
import { roomHoldsEveryone } from '../rules/room-holds-everyone.js';
import { roomIsFree } from '../rules/room-is-free.js';
import { roomIsNotBlocked } from '../rules/room-is-not-blocked.js';
import { roomIsStepFree } from '../rules/room-is-step-free.js';
import type { Rule, Violation } from '../rules/rule.js';
import { siteIsNotClosed } from '../rules/site-is-not-closed.js';
import { siteIsOpen } from '../rules/site-is-open.js';
import { startsOnTheGrid } from '../rules/starts-on-the-grid.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { Schedule } from '../schedule/schedule.js';

/** Rules about the start alone, in the order in which a person would name them. */
export const startRules = [
  startsOnTheGrid,
  siteIsNotClosed,
  siteIsOpen,
  notBeforeEarliest,
  noticeIsKept,
  newcomerIsAvailable,
];

/** Rules that a resource keeps or breaks at every time; then those that depend on the day or the hour. */
export const roomFits = [roomHoldsEveryone, roomIsStepFree];
export const roomThen = [roomIsNotBlocked, roomIsFree];
export const caseworkerFits = [caseworkerOfTheOffice, caseworkerHasVideo];
export const caseworkerThen = [
  caseworkerWorksThen,
  caseworkerIsNotAbsent,
  caseworkerDayLimit,
  caseworkerIsFree,
];
export const interpreterFits = [
  interpreterIsQualified,
  interpreterIsNotExcluded,
  interpreterOfWishedGender,
  interpreterComesToSite,
  interpreterWorksRemotely,
];
export const interpreterOnDay = [interpreterIsSwornToSecrecy, interpreterWeekLimit, interpreterDayLimit];
/** The consent comes last: it is named only where nothing else keeps a remote interpreter out. */
export const interpreterThen = [
  interpreterIsAvailable,
  interpreterIsNotAbsent,
  interpreterIsFree,
  interpreterCanChangePlace,
  newcomerAcceptsRemoteInterpreter,
];

/** What the first broken rule of the list says. */
export function firstViolation(
  rules: readonly Rule[],
  talk: PlacedTalk,
  schedule: Schedule,
): Violation | undefined {
  for (const rule of rules) {
    const violation = rule.check(talk, schedule);
    if (violation) return violation;
  }
  return undefined;
}
