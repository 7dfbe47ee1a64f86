export { MunicipalitiesModule } from './municipalities.module.js';
export { Municipalities } from './municipalities.js';
