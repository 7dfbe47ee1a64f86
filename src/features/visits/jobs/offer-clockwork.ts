import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { VisitCosts } from '../../tariffs/index.js';
import { LookAfterOffers } from '../look-after-offers.js';

const LOOK_EVERY_MS = 10_000;

/** Looks after offers every few seconds, one look at a time; the database alone knows what is due. */
@Injectable()
export class OfferClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly offers: LookAfterOffers,
    private readonly costs: VisitCosts,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.tick();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private tick(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.looking = this.look().finally(() => {
        this.tick();
      });
    }, LOOK_EVERY_MS);
  }

  private async look(): Promise<void> {
    try {
      await this.offers.run();
      await this.costs.priceMissing();
    } catch (error) {
      // the database was away for a moment: the next look finds the same
      this.logger.error({ err: error }, 'looking for due offers failed');
    }
  }
}
