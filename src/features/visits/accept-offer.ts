import { Injectable } from '@nestjs/common';
import { accepted, verdictOnAccepting, type OfferAnswer } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import { AskWorlds } from './ask-worlds.js';
import { answeredTalks, talkIdsOf, type AnswerCommand, type AnswerOutcome } from './offer-answer.js';
import { InterpreterBusy, OfferSteps } from './offer-steps.js';
import { OffersRepository, type AnsweredOffer } from './offers.repository.js';

interface Accepting {
  readonly offer: AnsweredOffer;
  readonly office: Office;
  readonly answer: OfferAnswer;
  readonly actor: string;
}

/**
 * An interpreter says yes, to all talks of an offer or a part of them: the first who does has them, in the transaction
 * in which the time is confirmed, the other offers end and households may be invited. Saying yes twice is once.
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly offers: OffersRepository,
    private readonly steps: OfferSteps,
    private readonly worlds: AskWorlds,
  ) {}

  /** Throws `offer-not-found` and `offer-talk-unknown`. */
  async run(command: AnswerCommand): Promise<AnswerOutcome> {
    const offer = await this.offers.get(command.offerId, command);
    const talks = answeredTalks(command, offer, ['open']);
    const answer = { offer: offer.id, talks, now: this.clock.now().getTime() / 60_000 };
    // without a lock: a crowd that comes too late does not even queue
    const early = verdictOnAccepting(await this.steps.look(talkIdsOf(offer)), answer);
    if (early === 'already') return { kind: 'already', talkIds: talks };
    if (early !== 'possible') return { kind: early };
    const office = await this.offices.get(offer.officeId);
    try {
      return await this.steps.transaction((tx) =>
        this.accept(tx, { offer, office, answer, actor: command.actor }),
      );
    } catch (error) {
      if (error instanceof InterpreterBusy) return { kind: 'impossible', rules: ['interpreter-is-free'] };
      throw error;
    }
  }

  private async accept(tx: Tx, { offer, office, answer, actor }: Accepting): Promise<AnswerOutcome> {
    const interpreters = [String(offer.interpreterId)];
    const scope = { officeId: offer.officeId, talkIds: talkIdsOf(offer), interpreters };
    const book = await this.steps.begin(tx, scope);
    const verdict = verdictOnAccepting(book, answer);
    const talkIds = answer.talks;
    if (verdict === 'already') return { kind: 'already', talkIds };
    if (verdict !== 'possible') return { kind: verdict };
    const { interpreterId, mode } = offer;
    const violations = await this.worlds.obstacles(office, { talkIds, interpreterId, mode }, tx);
    if (violations.length > 0) return { kind: 'impossible', rules: violations.map(({ rule }) => rule) };
    await this.offers.note(tx, offer, { action: 'offer-accepted', actor, talkIds });
    await this.steps.save(tx, scope, book, accepted(book, answer));
    return { kind: 'done', talkIds };
  }
}
