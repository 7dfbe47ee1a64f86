import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { SealAudit } from '../seal-audit.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** Seals the audit every five seconds, in each worker; whoever comes second finds nothing to do. */
@Injectable()
export class AuditClockwork extends Clockwork {
  constructor(
    private readonly sealAudit: SealAudit,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, { everyMs: 5_000, failed: 'the audit was not sealed; the next round does it' });
  }

  protected round(): Promise<unknown> {
    return allOffices(() => this.sealAudit.run());
  }
}
