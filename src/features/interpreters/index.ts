export { type AgendaEntry, type AgendaPlace, AgendaQueries } from './agenda/agenda.queries.js';
export { Absences, type NewAbsence } from './absences/absences.js';
export { Availability, type InterpreterAvailability } from './availability/availability.js';
export {
  type Box,
  coversBox,
  dayParts,
  fitsBoxes,
  hoursOfBoxes,
  partHours,
  type WorkingHours,
} from './availability/weekly-hours.js';
export { type BusyFeed, BusyFeeds } from './busy/busy-feeds.js';
export { ReadBusyFeed } from './busy/read-busy-feed.js';
export { InterpretersWorkerModule } from './jobs/interpreters-worker.module.js';
export { type ChangeableProfile, type InterpreterProfile, Profiles } from './profile/profiles.js';
export { InterpreterLists } from './interpreter-lists.js';
export { InterpretersModule } from './interpreters.module.js';
export { type WorkedStretch, WorkedTimes } from './worked/worked-times.js';
export { InterpreterSessions, SESSION_DAYS } from './sign-in/interpreter-sessions.js';
export { RequestSignIn } from './sign-in/request-sign-in.js';
export type { SignedInInterpreter } from './sign-in/signed-in-interpreter.js';
export { type BillingList, BillingLists } from './worked/billing-lists.js';
