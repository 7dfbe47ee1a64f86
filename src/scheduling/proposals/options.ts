import { choicesOn, type Choice, type ChoicesByStart } from './desk.js';
import { dayAtPlace, freeInterpreter, type DayAtPlace, type FreeStarts } from './free-starts.js';
import { placeTalk } from './place-talk.js';
import type { Place } from './place.js';
import { pricesFor, type Priced, type Prices } from './prices.js';
import type { Question } from './question.js';
import { firstViolation, interpreterOnDay } from './rule-groups.js';
import type { Understanding } from './understanding.js';

/** A talk that may be proposed, and what it costs in Rappen. */
export interface Option extends Priced {
  readonly cost: number;
}

/** One way of understanding on one day, with the rooms and caseworkers there are for it. */
interface Attempt {
  readonly understanding: Understanding;
  readonly choices: ChoicesByStart;
  readonly at: DayAtPlace;
  readonly prices: Prices;
}

/**
 * The cheapest option of every start. For a question about one start: the cheapest option of each caseworker and
 * each way of understanding. The first of equals is the one with the smaller ids.
 */
export function optionsFor(places: readonly Place[], question: Question): readonly Option[] {
  const cheapest = new Map<number | string, Option>();
  const prices = pricesFor(question);
  for (let day = question.firstDay; day <= question.lastDay; day += 1)
    for (const option of places.flatMap((place) => optionsOn(dayAtPlace(day, place, question), prices))) {
      const group = groupOf(option, question);
      if (isCheaper(option, cheapest.get(group))) cheapest.set(group, option);
    }
  return [...cheapest.values()];
}

function groupOf({ start, parts }: Option, { onlyStart }: Question): number | string {
  if (onlyStart === undefined) return start;
  const { lang, interpreter, interpreterMode } = parts.understanding;
  return JSON.stringify([parts.place.site?.id, parts.caseworker.id, lang, interpreter?.id, interpreterMode]);
}

function isCheaper(option: Option, known: Option | undefined): boolean {
  return known === undefined || option.cost < known.cost;
}

function optionsOn(at: DayAtPlace, prices: Prices): readonly Option[] {
  if (at.starts.length === 0) return [];
  const choicesFor = choicesOn(at);
  const attempts = at.place.understandings.map((understanding) => {
    return { understanding, choices: choicesFor(understanding), at, prices };
  });
  if (at.question.onlyStart !== undefined)
    return attempts.filter((attempt) => freeIn(attempt)[0]).flatMap((attempt) => optionsAt(0, attempt));
  const best: (Option | undefined)[] = at.starts.map(() => undefined);
  const byLeast = attempts.map((attempt) => ({ attempt, least: leastCost(attempt) }));
  byLeast.sort((a, b) => (a.least === b.least ? 0 : a.least - b.least));
  for (const { attempt, least } of byLeast) improve(best, attempt, least);
  return best.filter((option) => option !== undefined);
}

/** Puts the options of an attempt in where they are cheaper; most attempts are seen to be dearer at every start. */
function improve(best: (Option | undefined)[], attempt: Attempt, least: number): void {
  const isWorth = (index: number): boolean =>
    attempt.choices[index]?.length !== 0 && (best[index]?.cost ?? Infinity) > least;
  if (!best.some((_, index) => isWorth(index))) return;
  const free = freeIn(attempt);
  for (const [index, known] of best.entries()) {
    if (!free[index] || !isWorth(index)) continue;
    const [option] = optionsAt(index, attempt);
    if (option && isCheaper(option, known)) best[index] = option;
  }
}

/** What no option of the attempt can undercut. */
function leastCost(attempt: Attempt): number {
  const index = attempt.choices.findIndex((choices) => choices.length > 0);
  const [talk] = talksAt(index, attempt);
  return talk ? attempt.prices.leastOfDay(talk) : Infinity;
}

/** The options at one start, if the interpreter is free then. */
function optionsAt(index: number, attempt: Attempt): readonly Option[] {
  return talksAt(index, attempt).map((talk) => {
    const { parts, start, day } = talk;
    return { parts, start, day, cost: attempt.prices.costOf(talk) };
  });
}

function talksAt(index: number, { choices, at, understanding }: Attempt): readonly Priced[] {
  const start = at.starts[index];
  if (start === undefined) return [];
  return (choices[index] ?? []).map((choice: Choice) => ({
    parts: { place: at.place, understanding, room: choice.room, caseworker: choice.caseworker },
    start,
    day: at.day,
  }));
}

/** The starts at which the interpreter is free; all of them without one. */
function freeIn(attempt: Attempt): FreeStarts {
  const { at, choices } = attempt;
  const { interpreter } = attempt.understanding;
  if (!interpreter) return at.starts.map(() => true);
  const [sample] = talksAt(
    choices.findIndex((each) => each.length > 0),
    attempt,
  );
  if (!sample) return [];
  const talk = placeTalk(sample.parts, sample.start, at.question);
  if (firstViolation(interpreterOnDay, talk, at.question.schedule)) return [];
  return freeInterpreter(interpreter, talk.place, at);
}
