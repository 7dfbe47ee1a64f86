export { localDay } from '../shared/local-day.js';
