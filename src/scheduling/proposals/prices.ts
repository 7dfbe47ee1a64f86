import { totalOf } from '../cost/cost-parts.js';
import { marginalCost } from '../cost/marginal-cost.js';
import { stabilityCost } from '../cost/stability-cost.js';
import { talkCost } from '../cost/talk-cost.js';
import { placeTalk, type Parts } from './place-talk.js';
import type { Question } from './question.js';

/** A talk whose price is asked; `day` is the local day of `start`. */
export interface Priced {
  readonly parts: Parts;
  readonly start: number;
  readonly day: number;
}

/** Prices the talks of one question in Rappen, as the costs do, but works out only once what is the same for many. */
export interface Prices {
  readonly costOf: (talk: Priced) => number;
  /** What the talk cannot undercut at any start of its day; -Infinity when the interpreter has other talks then. */
  readonly leastOfDay: (talk: Priced) => number;
}

export function pricesFor(question: Question): Prices {
  const steady = remembered(({ parts }) => parts.understanding, steadyCost);
  const wait = remembered(({ day }) => day, waitCost);
  const change = remembered(changeKey, changeCost);
  const leastOfDay = (talk: Priced): number =>
    hasOtherTalks(talk, question) ? -Infinity : steady(talk, question) + wait(talk, question);
  const costOf = (talk: Priced): number => {
    const least = leastOfDay(talk);
    return least === -Infinity ? wholeCost(talk, question) : least + change(talk, question);
  };
  return { costOf, leastOfDay };
}

type Price = (talk: Priced, question: Question) => number;

function remembered(keyOf: (talk: Priced, question: Question) => unknown, price: Price): Price {
  const known = new Map<unknown, number>();
  return (talk, question) => {
    const key = keyOf(talk, question);
    const value = known.get(key) ?? price(talk, question);
    known.set(key, value);
    return value;
  };
}

function wholeCost({ parts, start }: Priced, question: Question): number {
  return totalOf(marginalCost(placeTalk(parts, start, question), question.schedule));
}

/** Money, language, gender and fairness. */
function steadyCost(talk: Priced, question: Question): number {
  return wholeCost(talk, question) - waitCost(talk, question) - changeCost(talk, question);
}

function waitCost({ parts, start }: Priced, question: Question): number {
  const { late, waiting } = talkCost(placeTalk(parts, start, question), question.schedule);
  return late + waiting;
}

function changeCost({ parts, start }: Priced, question: Question): number {
  return stabilityCost(placeTalk(parts, start, question), question.schedule);
}

function changeKey({ parts, start, day }: Priced, question: Question): string {
  const { publishedStart } = question;
  if (publishedStart === undefined) return '';
  const { place, room, caseworker, understanding } = parts;
  const when = start === publishedStart ? 'then' : String(day);
  return [when, place.mode, room?.id, caseworker.id, understanding.interpreter?.id].join('|');
}

function hasOtherTalks({ parts, day }: Priced, { schedule }: Question): boolean {
  const { interpreter } = parts.understanding;
  const talks = interpreter ? schedule.talks.byInterpreter.get(interpreter.id) : undefined;
  return talks?.some((talk) => talk.day === day) ?? false;
}
