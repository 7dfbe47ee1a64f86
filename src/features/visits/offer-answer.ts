import type { OfferState, Violation } from '../../scheduling/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { AnsweredOffer } from './offers.repository.js';

/** Whose answer it is: an interpreter through the own pages, or staff who were told by phone. */
export interface AnswerCommand {
  readonly offerId: string;
  /** Left out when staff answer for the interpreter. */
  readonly interpreterId?: number | undefined;
  /** Left out when the interpreter answers. */
  readonly officeId?: number | undefined;
  /** `interpreter:<id>`, `staff:<id>` or `api:<id>`. */
  readonly actor: string;
  /** A part of the talks; left out: all of them. */
  readonly talkIds?: readonly string[] | undefined;
}

/** What an answer did. Everything but `done` and `already` has left nothing behind. */
export type AnswerOutcome =
  | { readonly kind: 'done' | 'already'; readonly talkIds: readonly string[] }
  /** Somebody else was faster, the deadline is over, or the talk was moved or cancelled. */
  | { readonly kind: 'taken' | 'expired' | 'withdrawn' | 'too-late' }
  /** The interpreter cannot come by the rules: elsewhere then, absent, without a valid declaration of secrecy. */
  | { readonly kind: 'impossible'; readonly rules: readonly Violation['rule'][] };

/**
 * The talks an answer is about: those that were named, or those of the offer in the first of the given states.
 * Throws `offer-talk-unknown` for a talk that is not part of the offer.
 */
export function answeredTalks(
  { talkIds }: AnswerCommand,
  { talks }: AnsweredOffer,
  inOrder: readonly OfferState[],
): readonly string[] {
  if (talkIds === undefined) {
    const first = inOrder.find((state) => talks.some((talk) => talk.state === state));
    return talks.filter(({ state }) => first === undefined || state === first).map(({ id }) => id);
  }
  if (talkIds.length === 0 || talkIds.some((wanted) => !talks.some(({ id }) => id === wanted)))
    throw new DomainError('offer-talk-unknown', 'invalid');
  return talkIds;
}

/** Everything in the offer, for locks. */
export function talkIdsOf({ talks }: AnsweredOffer): readonly string[] {
  return talks.map(({ id }) => id);
}
