import { Module } from '@nestjs/common';
import { LanguagesModule } from '../languages/index.js';
import { LinksModule } from '../links/index.js';
import { NoticesModule } from '../notices/index.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { InterpreterCalendar } from './agenda/interpreter-calendar.js';
import { InterpreterSessions } from './sign-in/interpreter-sessions.js';
import { LinkRequestLimits } from './sign-in/link-request-limits.js';
import { RequestSignIn } from './sign-in/request-sign-in.js';

/** What interpreters do themselves: sign in, say when they can work, see their agenda, note worked time. */
@Module({
  imports: [LanguagesModule, LinksModule, NoticesModule],
  providers: [AgendaQueries, InterpreterCalendar, InterpreterSessions, LinkRequestLimits, RequestSignIn],
  exports: [AgendaQueries, InterpreterCalendar, InterpreterSessions, RequestSignIn],
})
export class InterpretersModule {}
