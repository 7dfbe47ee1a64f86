import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { expired } from '../../scheduling/index.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { CancelUntoldTalks } from '../talks/index.js';
import { AskNext } from './ask-next.js';
import { OffersDue } from './offers-due.js';
import { OfferSteps } from './offer-steps.js';

/** What one look did. */
export interface OfferRound {
  readonly expired: number;
  readonly asked: number;
  /** Talks that nobody was told of and that nobody interpreted in time. */
  readonly cancelled: number;
}

/** Ends offers whose deadline has passed and asks whoever is next. Any number of processes may do so at once. */
@Injectable()
export class LookAfterOffers {
  constructor(
    private readonly due: OffersDue,
    private readonly steps: OfferSteps,
    private readonly next: AskNext,
    private readonly untold: CancelUntoldTalks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<OfferRound> {
    const ended = await this.expireOffers();
    let asked = 0;
    for (const id of await this.due.visits())
      await this.apart(id, async () => (asked += await this.next.run(id)));
    return { expired: ended, asked, cancelled: await this.untold.run() };
  }

  private async expireOffers(): Promise<number> {
    const overdue = await this.due.overdue();
    for (const { id, officeId, talkIds, now } of overdue) {
      const scope = { officeId, talkIds, interpreters: [] };
      await this.apart(id, () => this.steps.run(scope, (book) => expired(book, now)));
    }
    return overdue.length;
  }

  /** What goes wrong with one visit must not keep the others waiting; the next round tries it again. */
  private async apart(id: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ err: error, id }, 'looking after offers failed');
    }
  }
}
