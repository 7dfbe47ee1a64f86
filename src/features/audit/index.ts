export { AuditModule } from './audit.module.js';
export { Audit, type RecordedEntry } from './audit.js';
