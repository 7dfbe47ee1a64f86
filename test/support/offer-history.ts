import fc from 'fast-check';
import {
  accepted,
  declined,
  expired,
  released,
  reopened,
  verdictOnAccepting,
  verdictOnDeclining,
  verdictOnReopening,
  withdrawn,
} from '../../src/scheduling/visits/answer-offer.js';
import {
  nextAsks,
  withMissing,
  withOffer,
  type AskCandidate,
} from '../../src/scheduling/visits/next-asks.js';
import type { AskedTalk, OfferBook } from '../../src/scheduling/visits/offer-book.js';

const TALKS = ['a', 'b', 'c'] as const;
const INTERPRETERS = ['1', '2', '3', '4', '5'] as const;

/** Friday, 22 January 2027, 07:00 in Zürich: a few hours later it is too late for the tariff. Minutes since 1970. */
const BEGIN = Date.UTC(2027, 0, 22, 6) / 60_000;
/** Monday, 25 January 2027, 08:00 in Zürich: talks begin at full quarters from then on. */
const FIRST = Date.UTC(2027, 0, 25, 7) / 60_000;
/** Minutes of every talk. */
export const LENGTH = 45;

/** A talk was moved or cancelled: what stood before, and where it is afterwards. */
export interface GivenUpTalk {
  readonly talk: string;
  readonly before: History;
  /** The new start; null: it was cancelled. */
  readonly start: number | null;
}

/** What has happened so far; minutes since 1970. */
export interface History {
  readonly book: OfferBook;
  readonly now: number;
  readonly starts: Readonly<Record<string, number>>;
  readonly gone: ReadonlySet<string>;
  /** Talks whose household was told their time; it is told when somebody says yes. */
  readonly told: ReadonlySet<string>;
  /** Interpreters who are ill. */
  readonly ill: ReadonlySet<string>;
  /** Acceptances that were given and neither taken back nor ended by a change: `talk interpreter`. */
  readonly promises: ReadonlySet<string>;
  /** When each offer was made. */
  readonly askedAt: Readonly<Record<string, number>>;
  /** What the last step gave up. */
  readonly givenUp: GivenUpTalk | null;
}

export const START: History = {
  book: { talks: TALKS.map((id) => ({ id, revision: 1, interpreter: null, state: 'asked' })), offers: [] },
  now: BEGIN,
  starts: { a: FIRST + 120, b: FIRST + 180, c: FIRST + 240 },
  gone: new Set(),
  told: new Set(),
  ill: new Set(),
  promises: new Set(),
  askedAt: {},
  givenUp: null,
};

export const startOf = ({ starts }: History, talk: string): number => starts[talk] ?? FIRST;
const without = <T>(set: ReadonlySet<T>, isOut: (value: T) => boolean): ReadonlySet<T> =>
  new Set([...set].filter((value) => !isOut(value)));

export type Step = (history: History) => History;

const time = fc.integer({ min: 1, max: 700 }).map((minutes): Step => (history) => ({
  ...history,
  now: history.now + minutes,
  book: expired(history.book, history.now + minutes),
}));

/** Everybody who is not ill could take anything; the first is preferred, the last is an agency. */
const asking = fc.integer({ min: 1, max: 4 }).map((atOnce): Step => (history) => {
  const candidates = INTERPRETERS.filter((id) => !history.ill.has(id)).map(
    (interpreter, index): AskCandidate => ({
      interpreter,
      tier: 1 + Math.floor(index / 2),
      talks: TALKS.filter((talk) => !history.gone.has(talk)),
      money: 100,
    }),
  );
  const rules = { now: history.now, atOnce, askUntil: (talk: string) => startOf(history, talk) - 600 };
  const { asks, missing } = nextAsks(history.book, candidates, rules);
  const known = Object.keys(history.askedAt).length;
  const made = asks.map((ask, index) => ({ ...ask, id: `o${known + index}` }));
  const book = made.reduce(
    (before, ask) => withOffer(before, { ...ask, answerBy: history.now + 2000 }),
    withMissing(history.book, missing),
  );
  const askedAt = Object.fromEntries(made.map(({ id }) => [id, history.now]));
  return { ...history, book, askedAt: { ...history.askedAt, ...askedAt } };
});

const answering = fc
  .record({
    kind: fc.constantFrom('accept', 'accept', 'decline', 'again'),
    offer: fc.nat(),
    talks: fc.subarray([...TALKS], { minLength: 1 }),
  })
  .map(({ kind, offer: number, talks: wanted }): Step => (history) => {
    const { book, now, promises } = history;
    const offer = book.offers[number % Math.max(1, book.offers.length)];
    if (!offer) return history;
    const talks = wanted.filter((talk) => offer.talks.some((offered) => offered.talk === talk));
    const answer = { offer: offer.id, talks, now };
    const mine = (promise: string): boolean =>
      talks.some((talk) => promise === `${talk} ${offer.interpreter}`);
    if (kind === 'accept') {
      if (verdictOnAccepting(book, answer) !== 'possible') return history;
      const made = talks.map((talk) => `${talk} ${offer.interpreter}`);
      return {
        ...history,
        book: accepted(book, answer),
        promises: new Set([...promises, ...made]),
        told: new Set([...history.told, ...talks]),
      };
    }
    const verdict = kind === 'decline' ? verdictOnDeclining : verdictOnReopening;
    if (verdict(book, answer) !== 'possible') return history;
    const after = kind === 'decline' ? declined(book, answer) : reopened(book, answer);
    return { ...history, book: after, promises: without(promises, mine) };
  });

const changing = fc
  .record({
    kind: fc.constantFrom('move', 'cancel'),
    talk: fc.constantFrom(...TALKS),
    quarter: fc.nat({ max: 24 }),
  })
  .map(({ kind, talk: id, quarter }): Step => (history) => {
    const start = FIRST + 15 * quarter;
    const isTaken = TALKS.some(
      (other) =>
        other !== id && !history.gone.has(other) && Math.abs(startOf(history, other) - start) < LENGTH,
    );
    if (history.gone.has(id) || (kind === 'move' && isTaken)) return history;
    const book = withdrawn(history.book, [id]);
    const moved = (talk: AskedTalk): AskedTalk =>
      talk.id === id ? { ...talk, revision: talk.revision + 1, state: 'asked', interpreter: null } : talk;
    const isOf = (promise: string): boolean => promise.startsWith(`${id} `);
    const isMove = kind === 'move';
    const talks = isMove ? book.talks.map(moved) : book.talks.filter((talk) => talk.id !== id);
    return {
      ...history,
      book: { ...book, talks },
      starts: isMove ? { ...history.starts, [id]: start } : history.starts,
      promises: without(history.promises, isOf),
      told: without(history.told, (talk) => talk === id),
      gone: isMove ? history.gone : new Set([...history.gone, id]),
      givenUp: { talk: id, before: history, start: isMove ? start : null },
    };
  });

const illness = fc.constantFrom(...INTERPRETERS).map((interpreter): Step => (history) => ({
  ...history,
  book: released(history.book, interpreter, TALKS),
  ill: new Set([...history.ill, interpreter]),
  promises: without(history.promises, (promise) => promise.endsWith(` ${interpreter}`)),
}));

/** Offers, answers, time that passes, moves, cancellations and illness in any order. */
export const histories = fc.array(fc.oneof(asking, asking, answering, answering, time, changing, illness), {
  maxLength: 40,
  // left alone, none would be longer than ten
  size: 'max',
});
