import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { SendNotices } from '../send-notices.js';

/** A mail server in trouble is asked again after this time, with a single look. */
const PAUSE_MS = 30_000;

/** One look of this worker at a time, and none while the mail server is in trouble. */
@Injectable()
export class LookForNotices {
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private pausedUntil = 0;

  constructor(
    private readonly notices: SendNotices,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Returns when the look that includes this call is over; never throws, because another look follows. */
  look(): Promise<void> {
    this.lookAgain = true;
    this.looking ??= this.lookWhileAsked().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      if (performance.now() < this.pausedUntil) return;
      await this.once();
    }
  }

  private async once(): Promise<void> {
    try {
      const round = await this.notices.run();
      if (!round.mailServerInTrouble) return;
      this.pausedUntil = performance.now() + PAUSE_MS;
      this.logger.error({ round }, 'the mail server is away or refuses us: sending pauses');
    } catch (error) {
      // the database was away for a moment: what was claimed comes back when its lease ends
      this.logger.error({ err: error }, 'looking for due notices failed');
    }
  }
}
