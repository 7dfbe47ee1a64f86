import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { ReadBusyFeed } from '../busy/read-busy-feed.js';

const LOOK_EVERY_MS = 60_000;

/** Reads due calendars, one after the other, in every worker process; the table says which are due. */
@Injectable()
export class BusyFeedClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly feeds: ReadBusyFeed,
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
      void this.readDue().then(() => {
        this.tick();
      });
    }, LOOK_EVERY_MS);
  }

  private async readDue(): Promise<void> {
    try {
      while (!this.stopped && (await this.feeds.nextDue()));
    } catch (error) {
      this.logger.error({ err: error }, 'reading interpreters’ calendars failed');
    }
  }
}
