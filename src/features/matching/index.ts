export { InstanceError, readInstance } from './read-instance.js';
export { startMatching, workOf } from './start-matching.js';
