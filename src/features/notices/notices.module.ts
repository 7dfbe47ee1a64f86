import { Module } from '@nestjs/common';
import { LinksModule } from '../links/index.js';
import { NoticePlanner } from './notice-planner.js';
import { PlanningRepository } from './planning.repository.js';
import { TalkCalendars } from './talk-calendars.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** Planning and reading notices, for every process. */
@Module({
  imports: [LinksModule],
  providers: [NoticePlanner, PlanningRepository, TalkCalendars, TalkDetailsRepository],
  exports: [NoticePlanner, TalkCalendars],
})
export class NoticesModule {}
