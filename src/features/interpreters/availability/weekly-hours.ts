/** Hours of one weekday in which an interpreter can work, wall clock of their office; 1 = Monday … 7 = Sunday. */
export interface WorkingHours {
  readonly weekday: number;
  /** `08:00` */
  readonly from: string;
  /** Not included, later than `from`. */
  readonly until: string;
}

/** The coarse boxes of a day, in its order; together they leave no gap. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;

export type DayPart = (typeof dayParts)[number];

/** When the parts of a day begin and end, wall clock. */
export const partHours: Readonly<Record<DayPart, { readonly from: string; readonly until: string }>> = {
  morning: { from: '08:00', until: '12:00' },
  afternoon: { from: '12:00', until: '18:00' },
  evening: { from: '18:00', until: '21:00' },
};

/** A ticked box, such as Monday morning. */
export interface Box {
  readonly weekday: number;
  readonly part: DayPart;
}

/** The hours that ticked boxes stand for; neighbouring boxes are one stretch, so a talk may lie across noon. */
export function hoursOfBoxes(boxes: readonly Box[]): WorkingHours[] {
  return joined(boxes.map(({ weekday, part }) => ({ weekday, ...partHours[part] })));
}

/** Whether hours cover the whole of a box. */
export function coversBox(hours: readonly WorkingHours[], { weekday, part }: Box): boolean {
  const { from, until } = partHours[part];
  return hours.some((each) => each.weekday === weekday && each.from <= from && each.until >= until);
}

/** Whether boxes say exactly what the hours say; if not, saving the boxes would lose something. */
export function fitsBoxes(hours: readonly WorkingHours[], boxes: readonly Box[]): boolean {
  const ticked = hoursOfBoxes(boxes.filter((box) => coversBox(hours, box)));
  return JSON.stringify(ticked) === JSON.stringify(joined(hours));
}

/** By weekday and time; what overlaps or touches becomes one. */
export function joined(hours: readonly WorkingHours[]): WorkingHours[] {
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const result: WorkingHours[] = [];
  for (const { weekday, from, until } of sorted) {
    const last = result.at(-1);
    if (last?.weekday === weekday && from <= last.until) {
      result.splice(-1, 1, { weekday, from: last.from, until: until > last.until ? until : last.until });
    } else {
      result.push({ weekday, from, until });
    }
  }
  return result;
}
