export { type ArchiveAnswer, ArchiveOffers } from './archive/archive-offers.js';
export type { ArchivePackage } from './archive/archive-package.js';
export { ExportDocument } from './subject-access/export-document.js';
export { ExportHousehold } from './export-household.js';
export { PersonalDataWorkerModule } from './jobs/personal-data-worker.module.js';
export { PersonalDataModule } from './personal-data.module.js';
export { Retention } from './retention.js';
