export { DuplicatesModule } from './duplicates.module.js';
export { DuplicateQueries, type DuplicatePair, type HangsOn } from './duplicate.queries.js';
export { MergeHouseholds } from './merge-households.js';
export { merged, type MergedHousehold, obstacleToMerging } from './merged-household.js';
