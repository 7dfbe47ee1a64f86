/** What became of one talk in the offer to one interpreter. `taken`: somebody else was faster; `released`: given back. */
export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'taken' | 'withdrawn' | 'released';

/** How far a talk's interpreter is: asked, coming, or nobody is left to ask. */
export type InterpreterState = 'asked' | 'confirmed' | 'missing';

/** A talk that interpreters are asked for. While it is `asked`, its interpreter is the one whose time is kept free. */
export interface AskedTalk {
  readonly id: string;
  readonly revision: number;
  readonly interpreter: string | null;
  readonly state: InterpreterState;
}

/** A talk in an offer, as it was when the offer was made. */
export interface OfferedTalk {
  readonly talk: string;
  readonly revision: number;
  readonly state: OfferState;
}

/** The request for a visit, or a part of one, to one interpreter. Instants are minutes since 1970-01-01T00:00Z. */
export interface Offer {
  readonly id: string;
  readonly interpreter: string;
  /** 1 preferred, 2 pool, 3 agencies, 4 by phone. */
  readonly tier: number;
  readonly answerBy: number;
  readonly talks: readonly OfferedTalk[];
}

/** Talks with every offer that was made for them. Never changed: each step gives another book. */
export interface OfferBook {
  readonly talks: readonly AskedTalk[];
  readonly offers: readonly Offer[];
}

/** In this order the state of its talks is the state of an offer. */
const ORDER: readonly OfferState[] = [
  'open',
  'accepted',
  'declined',
  'expired',
  'taken',
  'withdrawn',
  'released',
];

/** An offer is open while one of its talks is, accepted when one was, and otherwise what became of them. */
export function offerState({ talks }: Pick<Offer, 'talks'>): OfferState {
  return ORDER.find((state) => talks.some((talk) => talk.state === state)) ?? 'withdrawn';
}

/** The open offers for a talk as it is now, best tier first, then in the order in which they were made. */
export function openOffersFor(talk: AskedTalk, book: OfferBook): readonly Offer[] {
  return book.offers
    .filter((offer) => offer.talks.some((offered) => isFor(talk, offered) && offered.state === 'open'))
    .sort((a, b) => a.tier - b.tier);
}

/** The offered talk is this one, at the time and place at which it was offered. */
export function isFor(talk: AskedTalk, offered: OfferedTalk): boolean {
  return offered.talk === talk.id && offered.revision === talk.revision;
}

/** The book with other states of offered talks. */
export function withStates(
  book: OfferBook,
  stateOf: (offer: Offer, offered: OfferedTalk) => OfferState,
): OfferBook {
  const offers = book.offers.map((offer) => {
    const talks = offer.talks.map((offered) => {
      const state = stateOf(offer, offered);
      return state === offered.state ? offered : { ...offered, state };
    });
    return talks.some((talk, index) => talk !== offer.talks[index]) ? { ...offer, talks } : offer;
  });
  return { ...book, offers };
}

/**
 * The book in which the time of somebody who is still asked is kept for each asked talk: of the interpreter who has
 * it now, else of the best of the open offers, else of nobody.
 */
export function nominated(book: OfferBook): OfferBook {
  const talks = book.talks.map((talk) => {
    if (talk.state !== 'asked') return talk;
    const open = openOffersFor(talk, book);
    if (open.some(({ interpreter }) => interpreter === talk.interpreter)) return talk;
    const interpreter = open[0]?.interpreter ?? null;
    return interpreter === talk.interpreter ? talk : { ...talk, interpreter };
  });
  return { ...book, talks };
}
