export { MunicipalitiesModule } from './municipalities.module.js';
export { saveMunicipalities, shippedMunicipalities } from './shipped-municipalities.js';
export { Municipalities } from './municipalities.js';
