import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { Retention } from '../retention.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** Retention once a day, a while after the start so that a restart is quick. */
@Injectable()
export class RetentionClockwork extends Clockwork {
  constructor(
    private readonly retention: Retention,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, {
      firstAfterMs: 15 * 60_000,
      everyMs: 24 * 3_600_000,
      failed: 'retention failed: it goes on where it stopped tomorrow',
    });
  }

  protected async round(): Promise<void> {
    const lines = await allOffices(() => this.retention.run({ dryRun: false }));
    this.logger.info(Object.fromEntries(lines.map(({ name, entries }) => [name, entries])), 'retention');
  }
}
