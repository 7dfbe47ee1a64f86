import { isFor, openOffersFor, type AskedTalk, type OfferBook } from './offer-book.js';

/** Somebody who could interpret some of the talks, by every rule. */
export interface AskCandidate {
  readonly interpreter: string;
  /** 1 preferred, 2 pool, 3 agencies, 4 by phone. */
  readonly tier: number;
  /** The talks that this interpreter could take together. */
  readonly talks: readonly string[];
  /** What they would cost with this interpreter, in Rappen. */
  readonly money: number;
}

/** Whom to ask for what. */
export type Ask = Omit<AskCandidate, 'money'>;

/** The office's way of asking; instants are minutes since 1970-01-01T00:00Z. */
export interface AskRules {
  readonly now: number;
  /** How many are asked at once for the same talk. */
  readonly atOnce: number;
  /** Nobody is asked for a talk from this instant on. */
  readonly askUntil: (talk: string) => number;
}

export interface NextAsks {
  readonly asks: readonly Ask[];
  /** Nobody is left for these: a matter for staff. */
  readonly missing: readonly string[];
}

/**
 * Who is asked next for the talks of one visit: the best tier first, in a tier whoever takes most talks, then the
 * cheapest, then by id. Nobody is asked twice for the same talk at the same time and place, and a worse tier waits
 * until the better one has answered.
 */
export function nextAsks(book: OfferBook, candidates: readonly AskCandidate[], rules: AskRules): NextAsks {
  const places = new Map(book.talks.flatMap((talk) => freePlaces(talk, book, rules)));
  const asks: Ask[] = [];
  for (;;) {
    const best = bestAsk(candidates, { book, places, asks });
    if (!best) break;
    asks.push(best);
    for (const talk of best.talks) places.set(talk, (places.get(talk) ?? 0) - 1);
  }
  const asked = new Set(asks.flatMap(({ talks }) => talks));
  const missing = book.talks
    .filter((talk) => talk.state === 'asked' && openOffersFor(talk, book).length === 0 && !asked.has(talk.id))
    .map(({ id }) => id);
  return { asks, missing };
}

function freePlaces(
  talk: AskedTalk,
  book: OfferBook,
  { now, atOnce, askUntil }: AskRules,
): [string, number][] {
  if (talk.state !== 'asked' || now >= askUntil(talk.id)) return [];
  return [[talk.id, atOnce - openOffersFor(talk, book).length]];
}

interface Asking {
  readonly book: OfferBook;
  readonly places: ReadonlyMap<string, number>;
  readonly asks: readonly Ask[];
}

function bestAsk(candidates: readonly AskCandidate[], asking: Asking): Ask | undefined {
  const possible = candidates.flatMap((candidate) => {
    const talks = candidate.talks.filter((talk) => mayBeAsked(candidate, talk, asking));
    return talks.length === 0 ? [] : [{ ...candidate, talks }];
  });
  possible.sort(
    (a, b) =>
      a.tier - b.tier ||
      b.talks.length - a.talks.length ||
      a.money - b.money ||
      a.interpreter.localeCompare(b.interpreter, 'en', { numeric: true }),
  );
  const [best] = possible;
  return best && { interpreter: best.interpreter, tier: best.tier, talks: best.talks };
}

function mayBeAsked({ interpreter, tier }: AskCandidate, talkId: string, asking: Asking): boolean {
  const { book, places, asks } = asking;
  const talk = book.talks.find(({ id }) => id === talkId);
  if (!talk || (places.get(talkId) ?? 0) <= 0) return false;
  const wasAsked =
    asks.some((ask) => ask.interpreter === interpreter) ||
    book.offers.some(
      (offer) =>
        offer.interpreter === interpreter &&
        offer.talks.some((offered) => isFor(talk, offered) && offered.state !== 'taken'),
    );
  if (wasAsked) return false;
  const tiers = [
    ...openOffersFor(talk, book).map((offer) => offer.tier),
    ...asks.filter(({ talks }) => talks.includes(talkId)).map((ask) => ask.tier),
  ];
  return tier <= Math.min(Infinity, ...tiers);
}

/** The book with one more offer, and the interpreter's time kept where nobody's is. */
export function withOffer(
  book: OfferBook,
  ask: Ask & { readonly id: string; readonly answerBy: number },
): OfferBook {
  const { id, interpreter, tier, answerBy } = ask;
  const talks = book.talks
    .filter((talk) => ask.talks.includes(talk.id))
    .map((talk) => ({ talk: talk.id, revision: talk.revision, state: 'open' as const }));
  return {
    offers: [...book.offers, { id, interpreter, tier, answerBy, talks }],
    talks: book.talks.map((talk) =>
      ask.talks.includes(talk.id) && talk.state === 'asked' && talk.interpreter === null
        ? { ...talk, interpreter }
        : talk,
    ),
  };
}

/** The book in which nobody is left for these talks. */
export function withMissing(book: OfferBook, missing: readonly string[]): OfferBook {
  const talks = book.talks.map((talk): AskedTalk =>
    missing.includes(talk.id) ? { ...talk, state: 'missing', interpreter: null } : talk,
  );
  return { ...book, talks };
}
