import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { SealAudit } from '../seal-audit.js';

const SEAL_EVERY_MS = 5_000;

/** Seals the audit every five seconds, in each worker; whoever comes second finds nothing to do. */
@Injectable()
export class AuditClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly sealAudit: SealAudit,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.tick();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private tick(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.seal().then(() => {
        this.tick();
      });
    }, SEAL_EVERY_MS);
  }

  private async seal(): Promise<void> {
    try {
      await this.sealAudit.run();
    } catch (error) {
      this.logger.warn({ err: error }, 'the audit was not sealed; the next round does it');
    }
  }
}
