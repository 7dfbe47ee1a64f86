import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { VisitCosts } from '../../tariffs/index.js';
import { LookAfterOffers } from '../look-after-offers.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** Looks after offers every few seconds; the database alone knows what is due. */
@Injectable()
export class OfferClockwork extends Clockwork {
  constructor(
    private readonly offers: LookAfterOffers,
    private readonly costs: VisitCosts,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, { everyMs: 10_000, failed: 'looking for due offers failed' });
  }

  protected async round(): Promise<void> {
    await allOffices(async () => {
      await this.offers.run();
      await this.costs.priceMissing();
    });
  }
}
