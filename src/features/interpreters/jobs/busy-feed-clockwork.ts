import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { ReadBusyFeed } from '../busy/read-busy-feed.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** Reads due calendars, one after the other, in every worker process; the table says which are due. */
@Injectable()
export class BusyFeedClockwork extends Clockwork {
  constructor(
    private readonly feeds: ReadBusyFeed,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, { everyMs: 60_000, failed: 'reading interpreters’ calendars failed' });
  }

  protected async round(): Promise<void> {
    while (!this.isStopped && (await allOffices(() => this.feeds.nextDue())));
  }
}
