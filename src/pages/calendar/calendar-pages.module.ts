import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../features/calendars/index.js';
import { LinksModule } from '../../features/links/index.js';
import { CalendarFeedController } from './calendar-feed.controller.js';

/** The addresses that calendar programs of interpreters and caseworkers read: /calendar. */
@Module({ imports: [CalendarsModule, LinksModule], controllers: [CalendarFeedController] })
export class CalendarPagesModule {}
