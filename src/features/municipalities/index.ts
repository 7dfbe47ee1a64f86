export { MunicipalitiesModule } from './municipalities.module.js';
export { Municipalities, type Municipality } from './municipalities.js';
