export { secondsOfRun } from './proof-seconds.js';
export { InstanceError, readInstance } from './read-instance.js';
export { startMatching, workOf, type MatchingAnswer } from './start-matching.js';
