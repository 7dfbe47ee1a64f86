import { describe, expect, it } from '@jest/globals';
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
} from './answer-offer.js';
import { needsStaff } from './needs-staff.js';
import { nextAsks, withMissing, withOffer, type AskCandidate } from './next-asks.js';
import { isFor, offerState, type AskedTalk, type OfferBook } from './offer-book.js';

/** HISTORIES raises the number of histories, SEED repeats one series. */
const RUNS = Number(process.env['HISTORIES'] ?? 200);
const SEED = Number(process.env['SEED'] ?? Date.UTC(2026, 10, 23));

const TALKS = ['a', 'b', 'c'] as const;
const INTERPRETERS = ['1', '2', '3', '4', '5'] as const;

/** What has happened so far. Minutes; each talk starts at 10 000 plus an hour for each one before it. */
interface History {
  readonly book: OfferBook;
  readonly now: number;
  readonly gone: ReadonlySet<string>;
  /** Talks whose household was told their time; it is told when somebody says yes. */
  readonly told: ReadonlySet<string>;
  /** Interpreters who are ill. */
  readonly ill: ReadonlySet<string>;
  /** Acceptances that were given and neither taken back nor ended by a change: `talk interpreter`. */
  readonly promises: ReadonlySet<string>;
  readonly offers: number;
}

const START: History = {
  book: { talks: TALKS.map((id) => ({ id, revision: 1, interpreter: null, state: 'asked' })), offers: [] },
  now: 0,
  gone: new Set(),
  told: new Set(),
  ill: new Set(),
  promises: new Set(),
  offers: 0,
};

const startOf = (talk: string): number => 10_000 + 60 * TALKS.indexOf(talk as 'a');
const without = <T>(set: ReadonlySet<T>, isOut: (value: T) => boolean): ReadonlySet<T> =>
  new Set([...set].filter((value) => !isOut(value)));

type Step = (history: History) => History;

const time = fc.integer({ min: 1, max: 1500 }).map((minutes): Step => (history) => ({
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
  const rules = { now: history.now, atOnce, askUntil: (talk: string) => startOf(talk) - 1440 };
  const { asks, missing } = nextAsks(history.book, candidates, rules);
  const book = asks.reduce(
    (before, ask, index) =>
      withOffer(before, { ...ask, id: `o${history.offers + index}`, answerBy: history.now + 2000 }),
    withMissing(history.book, missing),
  );
  return { ...history, book, offers: history.offers + asks.length };
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
  .record({ kind: fc.constantFrom('move', 'cancel'), talk: fc.constantFrom(...TALKS) })
  .map(({ kind, talk: id }): Step => (history) => {
    if (history.gone.has(id)) return history;
    const book = withdrawn(history.book, [id]);
    const moved = (talk: AskedTalk): AskedTalk =>
      talk.id === id ? { ...talk, revision: talk.revision + 1, state: 'asked', interpreter: null } : talk;
    const isOf = (promise: string): boolean => promise.startsWith(`${id} `);
    const talks = kind === 'move' ? book.talks.map(moved) : book.talks.filter((talk) => talk.id !== id);
    return {
      ...history,
      book: { ...book, talks },
      promises: without(history.promises, isOf),
      told: without(history.told, (talk) => talk === id),
      gone: kind === 'move' ? history.gone : new Set([...history.gone, id]),
    };
  });

const illness = fc.constantFrom(...INTERPRETERS).map((interpreter): Step => (history) => ({
  ...history,
  book: released(history.book, interpreter, TALKS),
  ill: new Set([...history.ill, interpreter]),
  promises: without(history.promises, (promise) => promise.endsWith(` ${interpreter}`)),
}));

const steps = fc.array(fc.oneof(asking, asking, answering, answering, time, changing, illness), {
  maxLength: 40,
});

type Talk = History['book']['talks'][number];

/** Whoever is down as coming is who said yes, and the other way round; a talk that is asked for is asked of somebody. */
function checkAnswers(talk: Talk, { book, promises }: History): void {
  const yes = book.offers.filter((offer) =>
    offer.talks.some((offered) => offered.talk === talk.id && offered.state === 'accepted'),
  );
  expect(yes.length).toBeLessThanOrEqual(1);
  expect(talk.state === 'confirmed' ? talk.interpreter : undefined).toBe(yes[0]?.interpreter);
  const promised = [...promises].filter((promise) => promise.startsWith(`${talk.id} `));
  expect(promised).toEqual(yes.map(({ interpreter }) => `${talk.id} ${interpreter}`));
  if (talk.state === 'missing') expect(talk.interpreter).toBeNull();
  if (talk.state === 'asked' && talk.interpreter !== null) expect(isAsked(talk, book.offers)).toBe(true);
}

const isAsked = (talk: Talk, offers: History['book']['offers']): boolean =>
  offers.some(
    (offer) =>
      offer.interpreter === talk.interpreter &&
      offer.talks.some((offered) => isFor(talk, offered) && offered.state === 'open'),
  );

/** Told, near and without anybody who comes: somebody in the office is at work on it. */
function checkStaff(talk: Talk, { told, now }: History): void {
  const start = startOf(talk.id);
  const isNear = start - now <= 72 * 60;
  const isAlone = talk.state !== 'confirmed' && (isNear || talk.state === 'missing');
  if (told.has(talk.id) && isAlone) {
    expect(needsStaff({ state: talk.state, start, told: start }, now, 72)).toBeDefined();
  }
}

/** Everything that must hold after each step. */
function check(history: History): void {
  for (const talk of history.book.talks) {
    checkAnswers(talk, history);
    checkStaff(talk, history);
  }
  for (const offer of history.book.offers) {
    expect(offerState(offer)).toBeDefined();
    if (offerState(offer) === 'open') expect(history.now).toBeLessThan(offer.answerBy);
  }
}

describe('any history of offers, answers, expiries, moves, cancellations and illness', () => {
  it(`never has two interpreters for a talk, loses an acceptance or leaves a told household alone (${RUNS} runs, seed ${SEED})`, () => {
    fc.assert(
      fc.property(steps, (history) => {
        history.reduce((before, step) => {
          const after = step(before);
          check(after);
          return after;
        }, START);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
