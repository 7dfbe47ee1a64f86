import { Injectable } from '@nestjs/common';
import { accepted, verdictOnAccepting, type OfferAnswer, type OfferBook } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import { AskWorlds } from './ask-worlds.js';
import { answeredTalks, talkIdsOf, type AnswerCommand, type AnswerOutcome } from './offer-answer.js';
import { InterpreterBusy, OfferSteps, type StepScope } from './offer-steps.js';
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
    const early = await this.earlyAnswer(offer, answer);
    if (early) return early;
    const office = await this.offices.get(offer.officeId);
    try {
      return await this.acceptInTurn({ offer, office, answer, actor: command.actor });
    } catch (error) {
      if (error instanceof InterpreterBusy) return { kind: 'impossible', rules: ['interpreter-is-free'] };
      throw error;
    }
  }

  /** A crowd waits together for the one who is accepting, and most of it learns then that the talk is taken. */
  private async acceptInTurn(accepting: Accepting): Promise<AnswerOutcome> {
    const { offer, answer } = accepting;
    const interpreters = [String(offer.interpreterId)];
    const scope = { officeId: offer.officeId, talkIds: talkIdsOf(offer), interpreters };
    const outcome = await this.steps.transaction(async (tx) => {
      const book = await this.steps.beginUnlessBusy(tx, scope);
      return book && this.accept(tx, { ...accepting, scope, book });
    });
    if (outcome) return outcome;
    await this.steps.waitForOthers(scope);
    const late = await this.earlyAnswer(offer, answer);
    if (late) return late;
    return this.steps.transaction(async (tx) =>
      this.accept(tx, { ...accepting, scope, book: await this.steps.begin(tx, scope) }),
    );
  }

  /** What can be said without a lock; undefined when it looks possible. */
  private async earlyAnswer(offer: AnsweredOffer, answer: OfferAnswer): Promise<AnswerOutcome | undefined> {
    return refusalOf(await this.steps.look(talkIdsOf(offer)), answer);
  }

  private async accept(
    tx: Tx,
    { offer, office, answer, actor, scope, book }: Accepting & BegunStep,
  ): Promise<AnswerOutcome> {
    const refusal = refusalOf(book, answer);
    if (refusal) return refusal;
    const talkIds = answer.talks;
    const { interpreterId, mode } = offer;
    const violations = await this.worlds.obstacles(office, { talkIds, interpreterId, mode }, tx);
    if (violations.length > 0) return { kind: 'impossible', rules: violations.map(({ rule }) => rule) };
    await this.offers.note(tx, offer, { action: 'offer-accepted', actor, talkIds });
    await this.steps.save(tx, scope, book, accepted(book, answer));
    return { kind: 'done', talkIds };
  }
}

/** A step whose talks are locked and read. */
interface BegunStep {
  readonly scope: StepScope;
  readonly book: OfferBook;
}

function refusalOf(book: OfferBook, answer: OfferAnswer): AnswerOutcome | undefined {
  const verdict = verdictOnAccepting(book, answer);
  if (verdict === 'possible') return undefined;
  return verdict === 'already' ? { kind: 'already', talkIds: answer.talks } : { kind: verdict };
}
