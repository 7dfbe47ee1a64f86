export { NoticePlanner } from './notice-planner.js';
export { NoticesModule } from './notices.module.js';
