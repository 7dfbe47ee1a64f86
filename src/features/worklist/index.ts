export { LanguagesWithoutPlace } from './languages-without-place.js';
export { WorklistModule } from './worklist.module.js';
export { type WorklistCounts, WorklistQueries } from './worklist.queries.js';
