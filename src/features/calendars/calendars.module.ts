import { Module } from '@nestjs/common';
import { LanguagesModule } from '../languages/index.js';
import { TextsModule } from '../texts/index.js';
import { CalendarEntries } from './calendar-entries.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { CalendarWords } from './calendar-words.js';
import { EntryFiles } from './entry-files.js';

/** Talks in the calendars of interpreters and caseworkers. */
@Module({
  imports: [LanguagesModule, TextsModule],
  providers: [CalendarEntries, CalendarFeeds, CalendarWords, EntryFiles],
  exports: [CalendarFeeds, EntryFiles],
})
export class CalendarsModule {}
