import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module.js';
import { AuditClockwork } from './audit-clockwork.js';

/** Sealing by itself: for worker processes only. */
@Module({ imports: [AuditModule], providers: [AuditClockwork] })
export class AuditWorkerModule {}
