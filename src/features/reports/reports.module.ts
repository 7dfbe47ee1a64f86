import { Module } from '@nestjs/common';
import { TalkEvents } from './talk-events.js';
import { TalkReports } from './talk-reports.js';

/** What was done, in figures without names; and what happened, for other systems. */
@Module({ providers: [TalkReports, TalkEvents], exports: [TalkReports, TalkEvents] })
export class ReportsModule {}
