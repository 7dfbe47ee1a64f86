export { ChangesModule } from './changes.module.js';
export { ChangeBell } from './change-bell.js';
export { ChangeQueries } from './change.queries.js';
