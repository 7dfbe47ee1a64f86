import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  histories,
  START,
  startOf,
  type GivenUpTalk,
  type History,
} from '../../../test/support/offer-history.js';
import { expectedPrices, followed, NO_LEDGER, pricesOf } from '../../../test/support/visit-ledger.js';
import { needsStaff } from './needs-staff.js';
import { isFor, offerState } from './offer-book.js';

/** HISTORIES raises the number of histories, SEED repeats one series. */
const RUNS = Number(process.env['HISTORIES'] ?? 200);
const SEED = Number(process.env['SEED'] ?? Date.UTC(2026, 10, 23));

type Talk = History['book']['talks'][number];

/** Whoever is down as coming is who said yes, and the other way round. */
function wrongYes(talk: Talk, { book, promises }: History): (string | false)[] {
  const yes = book.offers.filter((offer) =>
    offer.talks.some((offered) => offered.talk === talk.id && offered.state === 'accepted'),
  );
  const said = yes.map(({ interpreter }) => `${talk.id} ${interpreter}`).join();
  const promised = [...promises].filter((promise) => promise.startsWith(`${talk.id} `)).join();
  const comes = talk.state === 'confirmed' ? `${talk.id} ${String(talk.interpreter)}` : '';
  return [
    yes.length > 1 && `${said} have all said yes`,
    comes !== said && `said yes: ${said}; comes: ${comes}`,
    promised !== said && `promised: ${promised}; written down: ${said}`,
  ];
}

/** A talk that is asked for is asked of somebody. */
function wrongAsking(talk: Talk, { book }: History): (string | false)[] {
  const isKept = talk.interpreter !== null;
  return [
    talk.state === 'missing' && isKept && 'nobody is left, and somebody is kept',
    talk.state === 'asked' && isKept && !isAsked(talk, book.offers) && 'who is kept is not asked',
  ];
}

const isAsked = (talk: Talk, offers: History['book']['offers']): boolean =>
  offers.some(
    (offer) =>
      offer.interpreter === talk.interpreter &&
      offer.talks.some((offered) => isFor(talk, offered) && offered.state === 'open'),
  );

/** Told, near and without anybody who comes: somebody in the office is at work on it. */
function isForgotten(talk: Talk, history: History): boolean {
  const { told, now } = history;
  const start = startOf(history, talk.id);
  const isNear = start - now <= 72 * 60;
  const isAlone = talk.state !== 'confirmed' && (isNear || talk.state === 'missing');
  return (
    told.has(talk.id) &&
    isAlone &&
    needsStaff({ state: talk.state, start, told: start }, now, 72) === undefined
  );
}

/** What must not be after any step. */
function faultsOf(history: History): string[] {
  const { talks, offers } = history.book;
  const overdue = offers.filter((offer) => offerState(offer) === 'open' && offer.answerBy <= history.now);
  return [
    ...talks
      .flatMap((talk) => [...wrongYes(talk, history), ...wrongAsking(talk, history)])
      .filter((fault) => fault !== false),
    ...talks.filter((talk) => isForgotten(talk, history)).map(({ id }) => `${id} is forgotten`),
    ...overdue.map(({ id }) => `${id} is open after its deadline`),
  ];
}

describe('any history of offers, answers, expiries, moves, cancellations and illness', () => {
  it(`never has two interpreters for a talk, loses an acceptance or leaves a told household alone, and costs what it costs (${RUNS} runs, seed ${SEED})`, () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let history = START;
        let ledger = followed(NO_LEDGER, START);
        const givenUp: GivenUpTalk[] = [];
        for (const step of steps) {
          history = step({ ...history, givenUp: null });
          const faults = faultsOf(history);
          if (faults.length > 0) throw new Error(faults.join('; '));
          ledger = followed(ledger, history);
          if (history.givenUp) givenUp.push(history.givenUp);
        }
        expect(pricesOf(history, ledger)).toEqual(expectedPrices(history, givenUp));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
