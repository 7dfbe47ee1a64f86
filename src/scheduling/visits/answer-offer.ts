import {
  isFor,
  nominated,
  offerState,
  withStates,
  type AskedTalk,
  type Offer,
  type OfferBook,
  type OfferedTalk,
  type OfferState,
} from './offer-book.js';

/** An answer to some talks of an offer, at an instant in minutes. */
export interface OfferAnswer {
  readonly offer: string;
  readonly talks: readonly string[];
  readonly now: number;
}

export type AnswerVerdict =
  | 'possible'
  /** It was answered like this before. */
  | 'already'
  | 'taken'
  | 'expired'
  /** The talk was moved or cancelled, or somebody else is asked alone now. */
  | 'withdrawn'
  /** Only until the deadline can an answer be changed. */
  | 'too-late';

/** May these talks of an offer be accepted now? A decline may become a yes as long as nobody else said yes. */
export function verdictOnAccepting(book: OfferBook, answer: OfferAnswer): AnswerVerdict {
  if (answer.talks.length === 0) return 'withdrawn';
  const offer = offerIn(book, answer);
  const offered = chosen(offer, answer);
  if (offered.length < answer.talks.length) return 'withdrawn';
  if (offered.every(({ state }) => state === 'accepted')) return 'already';
  const lost = offered.find((talk) => !isAcceptable(talk, book));
  if (lost) return lostVerdict(lost, book);
  return isOpenUntil(offer, answer.now) ? 'possible' : 'expired';
}

/** First acceptance wins: these talks are this interpreter's, all other offers for them are over. */
export function accepted(book: OfferBook, answer: OfferAnswer): OfferBook {
  const offer = offerIn(book, answer);
  const isWon = (talk: string): boolean => answer.talks.includes(talk);
  const offers = withStates(book, (other, { talk, state }) => {
    if (other.id === offer.id) return ownState({ state, isWon: isWon(talk) });
    return isWon(talk) && (state === 'open' || state === 'accepted') ? 'taken' : state;
  }).offers;
  const talks = book.talks.map((talk): AskedTalk =>
    isWon(talk.id) ? { ...talk, state: 'confirmed', interpreter: offer.interpreter } : talk,
  );
  return nominated({ talks, offers });
}

/** May these talks be declined now? Until the deadline an acceptance may be taken back too. */
export function verdictOnDeclining(book: OfferBook, answer: OfferAnswer): AnswerVerdict {
  if (answer.talks.length === 0) return 'withdrawn';
  const offer = offerIn(book, answer);
  const offered = chosen(offer, answer);
  if (offered.length < answer.talks.length) return 'withdrawn';
  if (offered.every(({ state }) => state === 'declined')) return 'already';
  if (offered.every(({ state }) => state === 'open')) return 'possible';
  if (!offered.every(({ state }) => state === 'open' || state === 'accepted' || state === 'declined'))
    return closedVerdict(offerState(offer));
  return isOpenUntil(offer, answer.now) ? 'possible' : 'too-late';
}

/** These talks are declined; what was accepted before is asked for again. */
export function declined(book: OfferBook, answer: OfferAnswer): OfferBook {
  return closed(book, answer, 'declined');
}

/** May the answer to an offer be taken back? Until its deadline, as long as nobody else has the talks. */
export function verdictOnReopening(book: OfferBook, answer: OfferAnswer): AnswerVerdict {
  if (answer.talks.length === 0) return 'withdrawn';
  const offered = chosen(offerIn(book, answer), answer);
  if (offered.length === 0) return 'withdrawn';
  if (offered.every(({ state }) => state === 'open')) return 'already';
  const lost = offered.find((talk) => talk.state !== 'accepted' && !isAcceptable(talk, book));
  if (lost) return lostVerdict(lost, book);
  return isOpenUntil(offerIn(book, answer), answer.now) ? 'possible' : 'too-late';
}

/** The answer is taken back: the interpreter is asked again, and so are the talks that were theirs. */
export function reopened(book: OfferBook, answer: OfferAnswer): OfferBook {
  return closed(book, answer, 'open');
}

/** Offers whose deadline has passed are over; what was accepted in them stays. */
export function expired(book: OfferBook, now: number): OfferBook {
  return nominated(
    withStates(book, (offer, { state }) =>
      state === 'open' && !isOpenUntil(offer, now) ? 'expired' : state,
    ),
  );
}

/**
 * The offers for these talks are over: they were moved, cancelled, or are planned in another way. Whose time is kept
 * for them is for the caller to say.
 */
export function withdrawn(book: OfferBook, talks: readonly string[]): OfferBook {
  return withStates(book, (_, { talk, state }) => {
    if (!talks.includes(talk)) return state;
    if (state === 'open') return 'withdrawn';
    return state === 'accepted' ? 'released' : state;
  });
}

/** A talk stands again that had been called off a moment ago: who had accepted it last comes after all. */
export function restored(book: OfferBook, interpreter: string, talk: string): OfferBook {
  const isTheirs = (offer: Offer): boolean =>
    offer.interpreter === interpreter &&
    offer.talks.some((one) => one.talk === talk && one.state === 'released');
  const last = book.offers.findLast(isTheirs);
  return withStates(book, (offer, one) =>
    offer.id === last?.id && one.talk === talk ? 'accepted' : one.state,
  );
}

/** An interpreter who had accepted does not come: the talks are without interpreter until others are asked. */
export function released(book: OfferBook, interpreter: string, talks: readonly string[]): OfferBook {
  const isGone = ({ id, interpreter: whose }: AskedTalk): boolean =>
    whose === interpreter && talks.includes(id);
  const gone = new Set(book.talks.filter(isGone).map(({ id }) => id));
  const { offers } = withStates(book, (offer, { talk, state }) => {
    if (offer.interpreter !== interpreter || !talks.includes(talk)) return state;
    if (state === 'open') return 'withdrawn';
    return state === 'accepted' ? 'released' : state;
  });
  return nominated({
    offers,
    talks: book.talks.map((talk) =>
      gone.has(talk.id) ? { ...talk, state: 'asked', interpreter: null } : talk,
    ),
  });
}

function closed(book: OfferBook, answer: OfferAnswer, to: 'declined' | 'open'): OfferBook {
  const offer = offerIn(book, answer);
  const given = new Set(
    offer.talks
      .filter(({ talk, state }) => answer.talks.includes(talk) && state === 'accepted')
      .map(({ talk }) => talk),
  );
  const { offers } = withStates(book, (other, { talk, state }) =>
    other.id === offer.id && answer.talks.includes(talk) ? to : state,
  );
  const talks = book.talks.map((talk): AskedTalk => {
    if (given.has(talk.id)) return { ...talk, state: 'asked' };
    return to === 'open' && talk.state === 'missing' && answer.talks.includes(talk.id)
      ? { ...talk, state: 'asked' }
      : talk;
  });
  return nominated({ offers, talks });
}

function ownState({ state, isWon }: { readonly state: OfferState; readonly isWon: boolean }): OfferState {
  if (isWon) return 'accepted';
  return state === 'open' ? 'declined' : state;
}

/** The open offers of one interpreter who cannot come after all are over, for these talks. */
export function lapsed(book: OfferBook, interpreter: string, talks: readonly string[]): OfferBook {
  return nominated(
    withStates(book, (offer, { talk, state }) =>
      offer.interpreter === interpreter && state === 'open' && talks.includes(talk) ? 'withdrawn' : state,
    ),
  );
}

function offerIn(book: OfferBook, { offer: id }: OfferAnswer): Offer {
  const offer = book.offers.find((candidate) => candidate.id === id);
  if (!offer) throw new RangeError(`the book holds no offer ${id}`);
  return offer;
}

function chosen(offer: Offer, { talks }: OfferAnswer): readonly OfferedTalk[] {
  return offer.talks.filter(({ talk }) => talks.includes(talk));
}

/** Nobody has the talk, it is where it was offered, and this interpreter's own word is all that is missing. */
function isAcceptable(offered: OfferedTalk, { talks }: OfferBook): boolean {
  if (!['open', 'declined', 'accepted'].includes(offered.state)) return false;
  return talks.some(
    (talk) => isFor(talk, offered) && (talk.state !== 'confirmed' || offered.state === 'accepted'),
  );
}

function lostVerdict(offered: OfferedTalk, { talks }: OfferBook): AnswerVerdict {
  const talk = talks.find((candidate) => isFor(candidate, offered));
  if (talk?.state === 'confirmed') return 'taken';
  return closedVerdict(offered.state);
}

function closedVerdict(state: OfferState): AnswerVerdict {
  return state === 'taken' || state === 'expired' ? state : 'withdrawn';
}

function isOpenUntil({ answerBy }: Offer, now: number): boolean {
  return now < answerBy;
}
