import { Module } from '@nestjs/common';
import { Audit } from './audit.js';
import { CheckAudit } from './check-audit.js';
import { SealAudit } from './seal-audit.js';

/** Who did what, and the proof that nobody changed it afterwards. */
@Module({ providers: [Audit, CheckAudit, SealAudit], exports: [Audit, CheckAudit, SealAudit] })
export class AuditModule {}
