import { caseworkerDayLimit } from './caseworker-day-limit.js';
import { caseworkerHasVideo } from './caseworker-has-video.js';
import { caseworkerIsFree } from './caseworker-is-free.js';
import { caseworkerIsNotAbsent } from './caseworker-is-not-absent.js';
import { caseworkerOfTheOffice } from './caseworker-of-the-office.js';
import { caseworkerSpeaksLanguage } from './caseworker-speaks-language.js';
import { caseworkerWorksThen } from './caseworker-works-then.js';
import { fixedTalkStays } from './fixed-talk-stays.js';
import { insideTheHorizon } from './inside-the-horizon.js';
import { interpreterCanChangePlace } from './interpreter-can-change-place.js';
import { interpreterComesToSite } from './interpreter-comes-to-site.js';
import { interpreterDayLimit } from './interpreter-day-limit.js';
import { interpreterIsAvailable } from './interpreter-is-available.js';
import { interpreterIsFree } from './interpreter-is-free.js';
import { interpreterIsNotAbsent } from './interpreter-is-not-absent.js';
import { interpreterIsNotExcluded } from './interpreter-is-not-excluded.js';
import { interpreterIsQualified } from './interpreter-is-qualified.js';
import { interpreterIsSwornToSecrecy } from './interpreter-is-sworn-to-secrecy.js';
import { interpreterModeFits } from './interpreter-mode-fits.js';
import { interpreterOfWishedGender } from './interpreter-of-wished-gender.js';
import { interpreterSpeaksLanguage } from './interpreter-speaks-language.js';
import { interpreterWeekLimit } from './interpreter-week-limit.js';
import { interpreterWorksRemotely } from './interpreter-works-remotely.js';
import { newcomerAcceptsMode } from './newcomer-accepts-mode.js';
import { newcomerAcceptsRemoteInterpreter } from './newcomer-accepts-remote-interpreter.js';
import { newcomerCanReachSite } from './newcomer-can-reach-site.js';
import { newcomerHasOneTalk } from './newcomer-has-one-talk.js';
import { newcomerIsAvailable } from './newcomer-is-available.js';
import { newcomerUnderstandsLanguage } from './newcomer-understands-language.js';
import { notBeforeEarliest } from './not-before-earliest.js';
import { noticeIsKept } from './notice-is-kept.js';
import { roomHasVideo } from './room-has-video.js';
import { roomHoldsEveryone } from './room-holds-everyone.js';
import { roomIsAtTheSite } from './room-is-at-the-site.js';
import { roomIsFree } from './room-is-free.js';
import { roomIsNotBlocked } from './room-is-not-blocked.js';
import { roomIsStepFree } from './room-is-step-free.js';
import { siteIsNotClosed } from './site-is-not-closed.js';
import { siteIsOpen } from './site-is-open.js';
import { startsOnTheGrid } from './starts-on-the-grid.js';
import type { Rule } from './rule.js';

/**
 * Every hard rule. The list is the specification: what breaks none of them may be booked. `everything-is-known` is
 * not in it, because the others can only be asked about people and places that exist (see `checkTalk`).
 */
export const allRules: readonly Rule[] = [
  newcomerHasOneTalk,
  fixedTalkStays,
  startsOnTheGrid,
  insideTheHorizon,
  notBeforeEarliest,
  noticeIsKept,
  newcomerIsAvailable,
  newcomerAcceptsMode,
  newcomerCanReachSite,
  newcomerUnderstandsLanguage,
  siteIsNotClosed,
  siteIsOpen,
  roomIsAtTheSite,
  roomIsNotBlocked,
  roomIsFree,
  roomHoldsEveryone,
  roomIsStepFree,
  roomHasVideo,
  caseworkerOfTheOffice,
  caseworkerHasVideo,
  caseworkerWorksThen,
  caseworkerIsNotAbsent,
  caseworkerIsFree,
  caseworkerDayLimit,
  caseworkerSpeaksLanguage,
  interpreterModeFits,
  interpreterSpeaksLanguage,
  interpreterIsQualified,
  interpreterIsNotExcluded,
  interpreterOfWishedGender,
  interpreterIsSwornToSecrecy,
  interpreterComesToSite,
  interpreterWorksRemotely,
  newcomerAcceptsRemoteInterpreter,
  interpreterIsAvailable,
  interpreterIsNotAbsent,
  interpreterIsFree,
  interpreterCanChangePlace,
  interpreterDayLimit,
  interpreterWeekLimit,
];
