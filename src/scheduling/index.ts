export type * from './model.js';
export { provisionOf } from './provision-of.js';
