export { NoticePlanner } from './notice-planner.js';
export { OfferNotices } from './offer-notices.js';
export { NOTICE_QUEUE } from './notice-queue.js';
export { NoticesModule } from './notices.module.js';
export { HOLD_SQL, type OpenHold, SendingHold } from './sending-hold.js';
export { SendNotices } from './send-notices.js';
export type { RoundResult } from './sending-round.js';
export { SignInNotice } from './sign-in-notice.js';
export { TalkCalendars } from './talk-calendars.js';
export {
  NoticeQueries,
  type DeliveryFilter,
  type DeliveryRow,
  type DeliveryState,
  type NoticeWithText,
} from './notice.queries.js';
export { NoticesWorkerModule } from './jobs/notices-worker.module.js';
export { type DueLetter, LetterQueries } from './letters/letter.queries.js';
export { LetterInstead } from './letters/letter-instead.js';
export { RestByLetter } from './letters/rest-by-letter.js';
export { PostLetters } from './letters/post-letters.js';
export { type LetterFile, LetterFiles } from './letters/letter-files.js';
export { LETTERS_PER_JOB, OrderPrinting } from './letters/order-printing.js';
export { PrintLetters } from './letters/print-letters.js';
export { type Reconciled, ReconcileNotices } from './reconcile-notices.js';
export { ResendNotice } from './resend-notice.js';
export { previewMail } from './preview-mail.js';
export { HouseholdLadderQueries, type HouseholdLadder } from './ladder/household-ladder.queries.js';
export { type LadderGroup, ladderGroups, LadderPolicies, type Ladders } from './ladder/ladder-policy.js';
export { LadderSuspension } from './ladder/ladder-suspension.js';
export { type TakenMail, TakeReturnedMail } from './returned/take-returned-mail.js';
export { type LimitedTarget, MailLimits } from './limits/mail-limits.js';
export { OPEN_ANSWERS, OpenAnswers, type OpenAnswer } from './returned/open-answers.js';
