import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { SendNotices } from '../send-notices.js';
import { allOffices } from '../../../platform/database/office-scope.js';

/** One look of this worker at a time. */
@Injectable()
export class LookForNotices {
  private looking: Promise<void> | undefined;
  private lookAgain = false;

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

  /** As {@link look}, and frees what stopped senders left behind although a long look is under way. */
  async keepUp(): Promise<void> {
    if (this.looking) await this.sweep();
    void this.look();
  }

  private async sweep(): Promise<void> {
    try {
      await allOffices(() => this.notices.sweep());
    } catch (error) {
      this.logger.error({ err: error }, 'freeing the notices of stopped senders failed');
    }
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      await this.once();
    }
  }

  private async once(): Promise<void> {
    try {
      const round = await allOffices(() => this.notices.run());
      if (round.mailServerInTrouble)
        this.logger.error(
          { round },
          'the mail server is away or refuses us: only probes leave until one goes well',
        );
    } catch (error) {
      // the database was away for a moment: what was claimed comes back when its lease ends
      this.logger.error({ err: error }, 'looking for due notices failed');
    }
  }
}
