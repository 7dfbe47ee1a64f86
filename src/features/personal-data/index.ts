export { ExportHousehold } from './export-household.js';
export { PersonalDataWorkerModule } from './jobs/personal-data-worker.module.js';
export { PersonalDataModule } from './personal-data.module.js';
export { Retention } from './retention.js';
