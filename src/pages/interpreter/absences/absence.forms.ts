import { z } from 'zod';
import type { NewAbsence } from '../../../features/interpreters/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { AbsenceFields } from '../../../templates/pages/interpreter/absences-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { dayAfter, instantOf } from '../../shared/local-times.js';

const MIDNIGHT = '00:00';
const text = z.string().trim().max(200).catch('');
const Fields = z.object({ firstDay: text, lastDay: text, from: text, until: text, note: text });
const Seen = z.object({
  seen: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid())).catch([]),
});

export const NO_ABSENCE: AbsenceFields = { firstDay: '', lastDay: '', from: '', until: '', note: '' };

/** An absence as it was entered: the time it stands for, or what is wrong with it. */
export interface EnteredAbsence {
  readonly entered: AbsenceFields;
  /** Talks that were named on the page before. */
  readonly seen: readonly string[];
  readonly absence: NewAbsence | undefined;
  readonly errors: readonly FieldError[];
}

/** Whole days unless times are given: from the first one's time to the last one's. One day needs no last day. */
export function enteredAbsence(body: unknown, context: InterpreterContext): EnteredAbsence {
  const entered = Fields.parse(body ?? {});
  const { seen } = Seen.parse(body ?? {});
  const time = timeOf(entered, context.interpreter.timeZone);
  const error = time ? wrongTime(time, context.now) : wrongDay(entered);
  const errors = error ? [{ field: error.field, text: context.t(`interpreter:wrong.${error.key}`) }] : [];
  const absence = time && !error ? { ...time, note: entered.note } : undefined;
  return { entered, seen, absence, errors };
}

interface Time {
  readonly from: Date;
  readonly until: Date;
}

function timeOf({ firstDay, lastDay, from, until }: AbsenceFields, timeZone: string): Time | undefined {
  const last = lastDay === '' ? firstDay : lastDay;
  const begins = instantOf(firstDay, from === '' ? MIDNIGHT : from, timeZone);
  const ends =
    until === '' ? instantOf(dayAfter(last) ?? '', MIDNIGHT, timeZone) : instantOf(last, until, timeZone);
  return begins && ends && { from: begins, until: ends };
}

type Wrong = { readonly field: keyof AbsenceFields; readonly key: string } | undefined;

function wrongTime({ from, until }: Time, now: Date): Wrong {
  if (from >= until) return { field: 'lastDay', key: 'last-day' };
  return until <= now ? { field: 'firstDay', key: 'over' } : undefined;
}

function wrongDay({ firstDay, lastDay }: AbsenceFields): Wrong {
  if (dayAfter(firstDay) === undefined) return { field: 'firstDay', key: 'day' };
  if (lastDay !== '' && dayAfter(lastDay) === undefined) return { field: 'lastDay', key: 'day' };
  return { field: 'from', key: 'times' };
}
