export { AuditModule } from './audit.module.js';
export { Audit, type AuditChoices, type AuditFilter, type RecordedEntry } from './audit.js';
export { type AuditHead, type AuditReport, CheckAudit } from './check-audit.js';
export { AuditWorkerModule } from './jobs/audit-worker.module.js';
export { SealAudit } from './seal-audit.js';
