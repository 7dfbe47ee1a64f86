export * from './saved-filters.js';
export * from './saved-filters.module.js';
