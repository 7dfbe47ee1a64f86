import { z } from 'zod';
import { type Box, dayParts, type WorkingHours } from '../../../features/interpreters/index.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Stretches that one day can have on the page of exact hours. */
const STRETCHES = 3;

/** Monday to Saturday, three boxes a day. */
export const boxes: readonly Box[] = [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
  dayParts.map((part) => ({ weekday, part })),
);

/** `1-morning` */
export function boxValue({ weekday, part }: Box): string {
  return `${weekday}-${part}`;
}

const Boxes = z.object({
  boxes: z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()))
    .catch([]),
});

/** The boxes that were ticked; none is an answer too. */
export function tickedBoxes(body: unknown): Box[] {
  const ticked = new Set(Boxes.parse(body ?? {}).boxes);
  return boxes.filter((box) => ticked.has(boxValue(box)));
}

/** One stretch of the page of exact hours, as it was entered. */
export interface EnteredStretch {
  readonly weekday: number;
  /** Ends the names of its two fields: `1-0`. */
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/** Every field of the page of exact hours, filled or not. */
export function enteredStretches(read: (field: string) => unknown): EnteredStretch[] {
  const text = (field: string): string => {
    const value = read(field);
    return typeof value === 'string' ? value : '';
  };
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    Array.from({ length: STRETCHES }, (_, index) => {
      const name = `${weekday}-${index}`;
      return { weekday, name, from: text(`from-${name}`), until: text(`until-${name}`) };
    }),
  );
}

/** The same fields filled with saved hours; stretches beyond the third of a day are not shown. */
export function stretchesOf(hours: readonly WorkingHours[]): EnteredStretch[] {
  const fields = new Map<string, string>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    for (const [index, { from, until }] of hours.filter((each) => each.weekday === weekday).entries()) {
      fields.set(`from-${weekday}-${index}`, from).set(`until-${weekday}-${index}`, until);
    }
  }
  return enteredStretches((field) => fields.get(field));
}

/** The hours of the filled stretches, and the names of those that are half filled or end before they begin. */
export function hoursOfStretches(stretches: readonly EnteredStretch[]): {
  readonly hours: WorkingHours[];
  readonly wrong: string[];
} {
  const filled = stretches.filter(({ from, until }) => from !== '' || until !== '');
  const isRight = ({ from, until }: EnteredStretch): boolean =>
    TIME.test(from) && TIME.test(until) && from < until;
  return {
    hours: filled.filter(isRight).map(({ weekday, from, until }) => ({ weekday, from, until })),
    wrong: filled.filter((stretch) => !isRight(stretch)).map(({ name }) => name),
  };
}
