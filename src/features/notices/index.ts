export { NoticePlanner } from './notice-planner.js';
export { NoticesModule } from './notices.module.js';
export { TalkCalendars, type CalendarFile } from './talk-calendars.js';
