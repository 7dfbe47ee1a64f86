export { AccountMunicipality } from './account-municipality.js';
export { MunicipalitiesModule } from './municipalities.module.js';
export { saveMunicipalities, shippedMunicipalities } from './shipped-municipalities.js';
export { Municipalities, type Municipality } from './municipalities.js';
