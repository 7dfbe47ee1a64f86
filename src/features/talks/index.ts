export { TalksModule } from './talks.module.js';
export { TalkQueries, type TalkView } from './talk.queries.js';
export { FreeSlots, type FreeSlotsAnswer, type FreeSlotsQuestion } from './free-slots.js';
export { BookTalk, type BookTalkOutcome } from './book-talk.js';
export { MoveTalk, type MoveTalkOutcome } from './move-talk.js';
export { ReassignTalk } from './reassign-talk.js';
export { ConfirmTalk, type ConfirmTalkOutcome } from './confirm-talk.js';
export { CancelTalk, type CancelTalkOutcome } from './cancel-talk.js';
export { UndoCancellation } from './undo-cancellation.js';
export { CancelUntoldTalks } from './cancel-untold-talks.js';
export { RequestOtherTime } from './request-other-time.js';
export { RecordOutcome, type RecordOutcomeOutcome } from './record-outcome.js';
export { UndoOutcome } from './undo-outcome.js';
export { changeDeadline } from './change-deadline.js';
export type { BrokenRule, ChangedMeanwhile, FreeSlot, SlotObstacle } from './free-slot.js';
export { isComing, type TalkChoice, type TalkProvision } from './talk.js';
export { PlaceTalks, type PlacedTalk } from './place-talks.js';
export { brokenRules, isOverridable } from './broken-rules.js';
export { SlotLimits } from './slot-limits.js';
export { TalkFollowers } from './talk-followers.js';
export type { TalkHappening } from './talk-happening.js';
export {
  CASEWORKER,
  HOUSEHOLD,
  INTERPRETER,
  lockResources,
  tryLockResources,
  waitForResources,
  type Resource,
} from './resource-locks.js';
export { candidateOf, interpreterModeOf, slotOf } from './candidates.js';
export { namesOf, type OfficeWorld } from './snapshot/office-world.js';
export { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';
