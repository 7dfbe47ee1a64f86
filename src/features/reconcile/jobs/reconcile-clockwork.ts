import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { Reconcile } from '../reconcile.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** Reconciles four times an hour; of all workers one does it. What was found is a line in the log. */
@Injectable()
export class ReconcileClockwork extends Clockwork {
  constructor(
    private readonly reconcile: Reconcile,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, { everyMs: 15 * 60_000, failed: 'reconciling failed: the next round tries again' });
  }

  protected async round(): Promise<void> {
    const lines = (await allOffices(() => this.reconcile.run())) ?? [];
    for (const { name, found, mended } of lines)
      if (found > 0) this.logger.warn({ reconciler: name, found, mended }, 'facts did not agree');
  }
}
