export { type AgendaEntry, type AgendaPlace, AgendaQueries } from './agenda/agenda.queries.js';
export { InterpreterCalendar } from './agenda/interpreter-calendar.js';
export { InterpretersModule } from './interpreters.module.js';
export { InterpreterSessions, SESSION_DAYS } from './sign-in/interpreter-sessions.js';
export { RequestSignIn } from './sign-in/request-sign-in.js';
export type { SignedInInterpreter } from './sign-in/signed-in-interpreter.js';
