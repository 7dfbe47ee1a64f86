export { AuditModule } from './audit.module.js';
export { Audit, type AuditEntry, type RecordedEntry } from './audit.js';
