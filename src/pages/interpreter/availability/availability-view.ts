import {
  coversBox,
  dayParts,
  fitsBoxes,
  type InterpreterAvailability,
  partHours,
  type WorkingHours,
} from '../../../features/interpreters/index.js';
import { rangeWithin } from '../../../platform/i18n/date-format.js';
import { weekdayNames } from '../../../platform/i18n/weekday-names.js';
import type {
  AvailabilityView,
  ExactHoursView,
} from '../../../templates/pages/interpreter/availability-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { boxes, boxValue, type EnteredStretch } from './availability.forms.js';
import type { EnteredExtraTime } from './extra-time.forms.js';

type Direction = InterpreterContext['language']['direction'];

/** The week in boxes with the further times. @param extra what was entered wrongly, to be shown again */
export function availabilityView(
  { hours, extraTimes }: InterpreterAvailability,
  extra: Pick<EnteredExtraTime, 'entered' | 'errors'>,
  context: InterpreterContext,
): AvailabilityView {
  const { t, format, language, interpreter } = context;
  const names = weekdayNames(language.bcp47);
  return {
    csrfToken: interpreter.csrfToken,
    days: [1, 2, 3, 4, 5, 6].map((weekday) => ({
      name: names[weekday - 1] ?? '',
      boxes: boxes
        .filter((box) => box.weekday === weekday)
        .map((box) => ({
          value: boxValue(box),
          label: t(`interpreter:part.${box.part}`),
          ticked: coversBox(hours, box),
        })),
    })),
    parts: t('interpreter:availability.parts', partTimes(language.direction)),
    exact: fitsBoxes(hours, boxes) ? [] : hoursLines(hours, names, language.direction),
    extraTimes: extraTimes.map(({ id, from, until }) => ({
      id,
      label: `${format.shortDay(from)} ${format.timeRange(from, until)}`,
    })),
    ...extra,
  };
}

/** `Montag 09:00–12:00, 13:30–17:00` per day. */
function hoursLines(
  hours: readonly WorkingHours[],
  names: readonly string[],
  direction: Direction,
): string[] {
  return names.flatMap((name, index) => {
    const ofDay = hours.filter(({ weekday }) => weekday === index + 1);
    return ofDay.length === 0
      ? []
      : [`${name} ${ofDay.map(({ from, until }) => rangeWithin(direction, `${from}–${until}`)).join(', ')}`];
  });
}

/** `08:00–12:00` by part of the day. */
function partTimes(direction: Direction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    dayParts.map((part) => [
      part,
      rangeWithin(direction, `${partHours[part].from}–${partHours[part].until}`),
    ]),
  );
}

/** The week by the minute. @param wrong names of the stretches that cannot be saved */
export function exactHoursView(
  stretches: readonly EnteredStretch[],
  wrong: readonly string[],
  { language, interpreter, t }: InterpreterContext,
): ExactHoursView {
  return {
    csrfToken: interpreter.csrfToken,
    days: weekdayNames(language.bcp47).map((name, index) => ({
      name,
      stretches: stretches.filter(({ weekday }) => weekday === index + 1),
    })),
    errors: wrong.map((name) => ({ field: `from-${name}`, text: t('interpreter:wrong.until') })),
  };
}
