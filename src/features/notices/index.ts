export { NoticePlanner } from './notice-planner.js';
export { NoticesModule } from './notices.module.js';
export { SendNotices } from './send-notices.js';
export type { RoundResult } from './sending-round.js';
export { TalkCalendars, type CalendarFile } from './talk-calendars.js';
