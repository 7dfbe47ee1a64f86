export { ReportsModule } from './reports.module.js';
export { SMALLEST_GROUP } from './suppress-small.js';
export { TalkEvents, type TalkEvent } from './talk-events.js';
export { dimensions, figuresOf, type Dimension } from './talk-figures.js';
export { TalkReports, type ReportGroup, type TalkReport } from './talk-reports.js';
