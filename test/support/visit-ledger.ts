import { minuteOf, instantOf } from '../../src/scheduling/time/instant.js';
import {
  changeOfTalk,
  pricedVisit,
  workedVisit,
  type AgreedVisit,
} from '../../src/scheduling/tariffs/agreed-visit.js';
import { costOfChange } from '../../src/scheduling/tariffs/change-cost.js';
import { tariffCalendar } from '../../src/scheduling/tariffs/tariff-calendar.js';
import { visitCost } from '../../src/scheduling/tariffs/visit-cost.js';
import { groupVisits } from '../../src/scheduling/visits/group-visits.js';
import { givenUpCost, oracleRules, plannedCost, workedCost, type Stretch } from './cost-oracle.js';
import { LENGTH, startOf, type GivenUpTalk, type History } from './offer-history.js';

const TERMS = { rules: oracleRules, calendar: tariffCalendar('Europe/Zurich', []) };
const LONGEST_WAIT = 30;

type Talk = History['book']['talks'][number];

/** What is written down of the money of a history: names of visits, and what was due. */
export interface Ledger {
  readonly visitOf: Readonly<Record<string, string>>;
  readonly due: readonly number[];
  readonly names: number;
}

export const NO_LEDGER: Ledger = { visitOf: {}, due: [], names: 0 };

/** Follows one step as the product does: what is given up is priced as it was, then visits are what their talks make. */
export function followed(ledger: Ledger, history: History): Ledger {
  const { givenUp } = history;
  const due = givenUp ? [...ledger.due, dueBy(givenUp, ledger)] : ledger.due;
  let { names } = ledger;
  const visitOf: Record<string, string> = {};
  for (const { visit, stay } of groupVisits(stayTalks(history, ledger), () => LONGEST_WAIT)) {
    const name = visit ?? `v${(names += 1)}`;
    for (const { id } of stay.talks) visitOf[id] = name;
  }
  return { visitOf, due, names };
}

function stayTalks(history: History, { visitOf }: Ledger): Parameters<typeof groupVisits>[0] {
  return history.book.talks.map(({ id, interpreter }) => {
    const start = startOf(history, id);
    const visit = visitOf[id] ?? null;
    return { id, interpreter, place: '1', day: 0, start, end: start + LENGTH, visit };
  });
}

function agreedVisit(history: History, talks: readonly Talk[]): AgreedVisit {
  const times = talks.map(({ id }) => {
    const start = startOf(history, id);
    return { id, from: instantOf(start), to: instantOf(start + LENGTH) };
  });
  const sorted = times.sort((a, b) => minuteOf(a.from) - minuteOf(b.from));
  return { mode: 'onsite', place: 'Musterstadt', talks: sorted };
}

/** The moved talk counts where nobody has been asked yet: as if the same interpreter were. */
function dueBy({ talk: id, before, start }: GivenUpTalk, { visitOf }: Ledger): number {
  const given = before.book.talks.find((talk) => talk.id === id);
  if (given?.state !== 'confirmed') return 0;
  const together = before.book.talks.filter(
    (talk) =>
      talk.state === 'confirmed' &&
      talk.interpreter === given.interpreter &&
      visitOf[talk.id] === visitOf[id],
  );
  const to = (from: number): AgreedVisit['talks'] => [
    { id, from: instantOf(from), to: instantOf(from + LENGTH) },
  ];
  const visit = agreedVisit(before, together);
  const moved = start === null ? null : { ...visit, talks: to(start) };
  return costOfChange(changeOfTalk(visit, { talk: id, moved, at: instantOf(before.now) }), TERMS).total;
}

/** What the product says visits cost, planned and when they were worked, by interpreter and start; and what was due. */
export function pricesOf(history: History, { visitOf, due }: Ledger): Prices {
  const visits = new Map<string, Talk[]>();
  for (const talk of history.book.talks.filter(({ interpreter }) => interpreter !== null)) {
    const name = visitOf[talk.id] ?? '';
    visits.set(name, [...(visits.get(name) ?? []), talk]);
  }
  const priced = [...visits.values()].map((talks) => {
    const asked = askedAt(history, talks);
    const visit = pricedVisit(agreedVisit(history, talks), asked === null ? null : instantOf(asked));
    const worked = workedIn(stretches(history, talks));
    const done = workedVisit(visit, { from: instantOf(worked.from), to: instantOf(worked.to) });
    return lineOf(talks, [visitCost(visit, TERMS).total, visitCost(done, TERMS).total]);
  });
  return { visits: priced.sort(), due: due.reduce((sum, one) => sum + one, 0) };
}

interface Prices {
  readonly visits: readonly string[];
  readonly due: number;
}

/** The same without the product: talks of one interpreter with no wait longer than half an hour are a visit. */
export function expectedPrices(history: History, steps: readonly GivenUpTalk[]): Prices {
  const visits = chains(history, ({ interpreter }) => interpreter !== null).map((talks) => {
    const asked = askedAt(history, talks);
    const times = stretches(history, talks);
    return lineOf(talks, [plannedCost(times, asked), workedCost(times, asked, workedIn(times))]);
  });
  return { visits: visits.sort(), due: steps.reduce((sum, step) => sum + expectedDue(step), 0) };
}

function expectedDue({ talk: id, before, start }: GivenUpTalk): number {
  const given = before.book.talks.find((talk) => talk.id === id);
  if (given?.state !== 'confirmed') return 0;
  const mine = before.book.talks.filter(
    ({ state, interpreter }) => state === 'confirmed' && interpreter === given.interpreter,
  );
  const rest = stretches(
    before,
    mine.filter((talk) => talk.id !== id),
  );
  const moved = start === null ? [] : [{ from: start, to: start + LENGTH }];
  return givenUpCost(stretches(before, mine), [...rest, ...moved], before.now);
}

function chains(history: History, isPart: (talk: Talk) => boolean): Talk[][] {
  const sorted = history.book.talks
    .filter(isPart)
    .sort((a, b) => startOf(history, a.id) - startOf(history, b.id));
  const found: Talk[][] = [];
  for (const talk of sorted) {
    const chain = found.find((one) => {
      const last = one.at(-1);
      return (
        last?.interpreter === talk.interpreter &&
        startOf(history, talk.id) - startOf(history, last.id) - LENGTH <= LONGEST_WAIT
      );
    });
    if (chain) chain.push(talk);
    else found.push([talk]);
  }
  return found;
}

/** When the interpreter of these talks was first asked for one of them by an offer that still stands. */
function askedAt({ book, askedAt: times }: History, talks: readonly Talk[]): number | null {
  const asked = book.offers.filter(
    ({ interpreter, talks: offered }) =>
      interpreter === talks[0]?.interpreter &&
      offered.some(
        ({ talk, state }) =>
          (state === 'open' || state === 'accepted') && talks.some(({ id }) => id === talk),
      ),
  );
  return asked.length === 0 ? null : Math.min(...asked.map(({ id }) => times[id] ?? 0));
}

function stretches(history: History, talks: readonly Talk[]): Stretch[] {
  return talks.map(({ id }) => ({ from: startOf(history, id), to: startOf(history, id) + LENGTH }));
}

/** Some time around what was agreed, another for every visit. */
function workedIn(talks: readonly Stretch[]): Stretch {
  const from = Math.min(...talks.map((talk) => talk.from));
  const to = Math.max(...talks.map((talk) => talk.to));
  const shift = (from / 15) % 7;
  return { from: from + 5 * shift - 15, to: to + 17 * shift - 60 };
}

function lineOf(talks: readonly Talk[], [planned, worked]: readonly [number, number]): string {
  const names = talks.map(({ id }) => id).sort();
  return `${talks[0]?.interpreter ?? ''} ${names.join('')}: ${planned} ${worked}`;
}
