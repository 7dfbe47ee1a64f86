import { Injectable } from '@nestjs/common';
import { declined, reopened, verdictOnDeclining, verdictOnReopening } from '../../scheduling/index.js';
import type { AnswerVerdict, OfferAnswer, OfferBook, OfferState } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { answeredTalks, talkIdsOf, type AnswerCommand, type AnswerOutcome } from './offer-answer.js';
import { OfferSteps } from './offer-steps.js';
import {
  OffersRepository,
  type AnsweredOffer,
  type DeclineReason,
  type GivenAnswer,
} from './offers.repository.js';

/** A no, with the reason if there is one. `known-person` keeps the interpreter away from these households for good. */
export interface DeclineCommand extends AnswerCommand {
  readonly reason?: DeclineReason | undefined;
}

/** A way of changing an offer that takes nobody's time but gives some back. */
interface Change {
  readonly action: GivenAnswer['action'];
  readonly verdict: (book: OfferBook, answer: OfferAnswer) => AnswerVerdict;
  readonly apply: (book: OfferBook, answer: OfferAnswer) => OfferBook;
  /** Talks in the first of these states are meant when none are named. */
  readonly states: readonly OfferState[];
}

const DECLINING: Change = {
  action: 'offer-declined',
  verdict: verdictOnDeclining,
  apply: declined,
  states: ['open', 'accepted'],
};
const REOPENING: Change = {
  action: 'offer-reopened',
  verdict: verdictOnReopening,
  apply: reopened,
  states: ['accepted', 'declined'],
};

/** An interpreter says no, to all talks of an offer or a part of them, or takes an answer back until the deadline. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly clock: Clock,
    private readonly offers: OffersRepository,
    private readonly steps: OfferSteps,
  ) {}

  /** Throws `offer-not-found` and `offer-talk-unknown`. Saying no twice is once. */
  run(command: DeclineCommand): Promise<AnswerOutcome> {
    return this.change(command, DECLINING);
  }

  /** The answer is taken back, the offer is open again. */
  answerAgain(command: AnswerCommand): Promise<AnswerOutcome> {
    return this.change(command, REOPENING);
  }

  private async change(command: DeclineCommand, change: Change): Promise<AnswerOutcome> {
    const offer = await this.offers.get(command.offerId, command);
    const talks = answeredTalks(command, offer, change.states);
    const answer = { offer: offer.id, talks, now: this.clock.now().getTime() / 60_000 };
    return this.steps.transaction((tx) => this.apply(tx, { offer, answer, change, command }));
  }

  private async apply(tx: Tx, { offer, answer, change, command }: Changing): Promise<AnswerOutcome> {
    const scope = { officeId: offer.officeId, talkIds: talkIdsOf(offer), interpreters: [] };
    const book = await this.steps.begin(tx, scope);
    const verdict = change.verdict(book, answer);
    const talkIds = answer.talks;
    if (verdict === 'already') return { kind: 'already', talkIds };
    if (verdict !== 'possible') return { kind: verdict };
    const { actor, reason } = command;
    await this.offers.note(tx, offer, { action: change.action, actor, talkIds, reason });
    await this.steps.save(tx, scope, book, change.apply(book, answer));
    return { kind: 'done', talkIds };
  }
}

interface Changing {
  readonly offer: AnsweredOffer;
  readonly answer: OfferAnswer;
  readonly change: Change;
  readonly command: DeclineCommand;
}
