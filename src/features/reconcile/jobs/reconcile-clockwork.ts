import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { Reconcile } from '../reconcile.js';

const EVERY_MS = 15 * 60_000;

/** Reconciles four times an hour; of all workers one does it. What was found is a line in the log. */
@Injectable()
export class ReconcileClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reconcile: Reconcile,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.once();
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    try {
      const lines = (await this.reconcile.run()) ?? [];
      for (const { name, found, mended } of lines)
        if (found > 0) this.logger.warn({ reconciler: name, found, mended }, 'facts did not agree');
    } catch (error) {
      this.logger.error({ err: error }, 'reconciling failed: the next round tries again');
    }
  }
}
