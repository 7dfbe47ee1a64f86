export { CalendarFeeds } from './calendar-feeds.js';
export { CalendarsModule } from './calendars.module.js';
export { type CalendarFile, EntryFiles } from './entry-files.js';
