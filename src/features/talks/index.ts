export { TalksModule } from './talks.module.js';
export { TalkQueries, type TalkView } from './talk.queries.js';
export { FreeSlots, type FreeSlotsAnswer, type FreeSlotsQuestion } from './free-slots.js';
export { BookTalk, type BookTalkCommand, type BookTalkOutcome } from './book-talk.js';
export { MoveTalk, type MoveTalkCommand, type MoveTalkOutcome } from './move-talk.js';
export { ConfirmTalk, type ConfirmTalkCommand, type ConfirmTalkOutcome } from './confirm-talk.js';
export { CancelTalk, type CancelTalkCommand, type CancelTalkOutcome } from './cancel-talk.js';
export {
  RequestOtherTime,
  type RequestOtherTimeCommand,
  type RequestOtherTimeOutcome,
} from './request-other-time.js';
export { RecordOutcome, type RecordOutcomeCommand, type RecordOutcomeOutcome } from './record-outcome.js';
export { UndoOutcome, type UndoOutcomeCommand, type UndoOutcomeOutcome } from './undo-outcome.js';
export { changeDeadline } from './change-deadline.js';
export type { BrokenRule, ChangedMeanwhile, FreeSlot, NotOpen, SlotObstacle } from './free-slot.js';
export type {
  Actor,
  InterpreterMode,
  Outcome,
  Party,
  TalkChoice,
  TalkMode,
  TalkProvision,
  TalkState,
} from './talk.js';
export { BookTalks, type BookedTalk } from './book-talks.js';
export { brokenRules } from './broken-rules.js';
export { candidateOf, interpreterModeOf, slotOf } from './candidates.js';
export { namesOf, type OfficeWorld } from './snapshot/office-world.js';
export { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';
