import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  declined,
  expired,
  released,
  reopened,
  verdictOnAccepting,
  verdictOnDeclining,
} from './answer-offer.js';
import { nextAsks, withOffer, type AskCandidate } from './next-asks.js';
import { offerState, type OfferBook } from './offer-book.js';

const BOTH = ['a', 'b'];

/** Two talks, asked of interpreter 7 as offer x and of interpreter 8 as offer y. */
function aBook(): OfferBook {
  const talks = BOTH.map((id) => ({ id, revision: 1, interpreter: null, state: 'asked' as const }));
  const first = withOffer(
    { talks, offers: [] },
    { id: 'x', interpreter: '7', tier: 1, answerBy: 100, talks: BOTH },
  );
  return withOffer(first, { id: 'y', interpreter: '8', tier: 2, answerBy: 200, talks: BOTH });
}

const answer = (offer: string, talks = BOTH, now = 0): Parameters<typeof accepted>[1] => ({
  offer,
  talks,
  now,
});
const interpreters = ({ talks }: OfferBook): unknown[] =>
  talks.map(({ interpreter, state }) => [interpreter, state]);
const states = ({ offers }: OfferBook): string[] => offers.map(offerState);

describe('answering an offer', () => {
  it('keeps the time of the best tier as long as several are asked', () => {
    expect(interpreters(aBook())).toEqual([
      ['7', 'asked'],
      ['7', 'asked'],
    ]);
    expect(interpreters(declined(aBook(), answer('x')))).toEqual([
      ['8', 'asked'],
      ['8', 'asked'],
    ]);
  });

  it('lets the first acceptance win', () => {
    const book = accepted(aBook(), answer('y'));

    expect(interpreters(book)).toEqual([
      ['8', 'confirmed'],
      ['8', 'confirmed'],
    ]);
    expect(states(book)).toEqual(['taken', 'accepted']);
    expect(verdictOnAccepting(book, answer('x'))).toBe('taken');
    expect(verdictOnAccepting(book, answer('y'))).toBe('already');
  });

  it('leaves what was not accepted to the others', () => {
    const book = accepted(aBook(), answer('x', ['a']));

    expect(interpreters(book)).toEqual([
      ['7', 'confirmed'],
      ['8', 'asked'],
    ]);
    expect(states(book)).toEqual(['accepted', 'open']);
  });

  it('counts until the deadline, and a decline may become a yes', () => {
    expect(verdictOnAccepting(aBook(), answer('x', BOTH, 100))).toBe('expired');
    const book = declined(aBook(), answer('x'));
    expect(verdictOnAccepting(book, answer('x', BOTH, 99))).toBe('possible');
    expect(interpreters(accepted(book, answer('x')))[0]).toEqual(['7', 'confirmed']);
  });

  it('can be taken back: the talks are asked for again', () => {
    const book = reopened(accepted(aBook(), answer('x')), answer('x'));

    expect(interpreters(book)[0]).toEqual(['7', 'asked']);
    expect(states(book)).toEqual(['open', 'taken']);
    expect(verdictOnDeclining(accepted(aBook(), answer('x')), answer('x', BOTH, 100))).toBe('too-late');
  });

  it('ends with the deadline; what was accepted stays', () => {
    expect(states(expired(aBook(), 100))).toEqual(['expired', 'open']);
    expect(states(expired(accepted(aBook(), answer('x')), 500))).toEqual(['accepted', 'taken']);
  });

  it('frees the talks of whoever drops out', () => {
    const book = released(accepted(aBook(), answer('x')), '7', BOTH);

    expect(interpreters(book)).toEqual([
      [null, 'asked'],
      [null, 'asked'],
    ]);
    expect(states(book)).toEqual(['released', 'taken']);
  });
});

describe('whom to ask next', () => {
  const empty: OfferBook = {
    ...aBook(),
    offers: [],
    talks: aBook().talks.map((talk) => ({ ...talk, interpreter: null })),
  };
  const candidate = (interpreter: string, tier: number, talks = BOTH, money = 100): AskCandidate => ({
    interpreter,
    tier,
    talks,
    money,
  });
  const rules = { now: 0, atOnce: 1, askUntil: () => 1000 };

  it('prefers the tier, then whoever takes most, then the price', () => {
    const who = (list: AskCandidate[]): unknown =>
      nextAsks(empty, list, rules).asks.map(({ interpreter }) => interpreter);

    expect(who([candidate('1', 2), candidate('2', 1, ['a'])])).toEqual(['2', '1']);
    expect(who([candidate('1', 2, ['a'], 1), candidate('2', 2)])).toEqual(['2']);
    expect(who([candidate('1', 2, BOTH, 90), candidate('2', 2, BOTH, 80)])).toEqual(['2']);
  });

  it('asks several of one tier, and the next tier when they have answered', () => {
    const list = [candidate('1', 1), candidate('2', 1), candidate('3', 2)];

    expect(nextAsks(empty, list, { ...rules, atOnce: 3 }).asks.map(({ interpreter }) => interpreter)).toEqual(
      ['1', '2'],
    );
  });

  it('asks nobody twice, and says that nobody is left', () => {
    const book = declined(declined(aBook(), answer('x')), answer('y'));

    expect(nextAsks(book, [candidate('7', 1), candidate('8', 2)], rules)).toEqual({
      asks: [],
      missing: BOTH,
    });
    expect(nextAsks(empty, [candidate('9', 1)], { ...rules, now: 1000 })).toEqual({
      asks: [],
      missing: BOTH,
    });
  });
});
