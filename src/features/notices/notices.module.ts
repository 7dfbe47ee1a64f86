import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { LanguagesModule } from '../languages/index.js';
import { LinksModule } from '../links/index.js';
import { ComposeNotice } from './compose-notice.js';
import { NoticeClaims } from './notice-claims.js';
import { NoticeOutcomes } from './notice-outcomes.js';
import { NoticePlanner } from './notice-planner.js';
import { PlanningRepository } from './planning.repository.js';
import { SendNotices } from './send-notices.js';
import { TalkCalendars } from './talk-calendars.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** Planning, reading and sending notices; when to look for due ones is the worker's part (jobs/). */
@Module({
  imports: [LinksModule, LanguagesModule, MailModule],
  providers: [
    NoticePlanner,
    PlanningRepository,
    TalkCalendars,
    TalkDetailsRepository,
    NoticeClaims,
    NoticeOutcomes,
    ComposeNotice,
    SendNotices,
  ],
  exports: [NoticePlanner, SendNotices, TalkCalendars],
})
export class NoticesModule {}
