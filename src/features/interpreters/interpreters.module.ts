import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { LanguagesModule } from '../languages/index.js';
import { LinksModule } from '../links/index.js';
import { NoticesModule } from '../notices/index.js';
import { TariffsModule } from '../tariffs/index.js';
import { Absences } from './absences/absences.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { Availability } from './availability/availability.js';
import { BusyFeeds } from './busy/busy-feeds.js';
import { ReadBusyFeed } from './busy/read-busy-feed.js';
import { InterpreterLists } from './interpreter-lists.js';
import { Profiles } from './profile/profiles.js';
import { InterpreterSessions } from './sign-in/interpreter-sessions.js';
import { LinkRequestLimits } from './sign-in/link-request-limits.js';
import { RequestSignIn } from './sign-in/request-sign-in.js';
import { BillingLists } from './worked/billing-lists.js';
import { WorkedTimes } from './worked/worked-times.js';

const forPages = [
  Absences,
  AgendaQueries,
  Availability,
  BillingLists,
  BusyFeeds,
  InterpreterLists,
  InterpreterSessions,
  Profiles,
  ReadBusyFeed,
  RequestSignIn,
  WorkedTimes,
];

/** What interpreters do themselves: sign in, say when they can work, see their agenda, note worked time. */
@Module({
  imports: [AuditModule, LanguagesModule, LinksModule, NoticesModule, TariffsModule],
  providers: [...forPages, LinkRequestLimits],
  exports: forPages,
})
export class InterpretersModule {}
