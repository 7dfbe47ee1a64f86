export { DuplicatesModule } from './duplicates.module.js';
export { DuplicateQueries, type HangsOn } from './duplicate.queries.js';
export { MergeHouseholds } from './merge-households.js';
export { merged, obstacleToMerging } from './merged-household.js';
