import { Injectable } from '@nestjs/common';
import { DeclineOffer } from './decline-offer.js';
import type { AnswerCommand, AnswerOutcome } from './offer-answer.js';

/** An interpreter takes the answer to an offer back, until its deadline and while nobody else has the talks. */
@Injectable()
export class AnswerOfferAgain {
  constructor(private readonly declining: DeclineOffer) {}

  /** Throws `offer-not-found` and `offer-talk-unknown`. */
  run(command: AnswerCommand): Promise<AnswerOutcome> {
    return this.declining.answerAgain(command);
  }
}
