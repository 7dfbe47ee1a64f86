import { z } from 'zod';
import type { WorkedStretch } from '../../features/interpreters/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { localDay } from './local-day.js';
import { instantOf } from './local-times.js';

const Fields = z.object({
  from: z.string().catch(''),
  until: z.string().catch(''),
  note: z.string().trim().max(200).catch(''),
});

/** The times of a form on the day of a visit. Throws `time-wrong` when one is missing. */
export function enteredStretch(
  body: unknown,
  agreedFrom: Date,
  timeZone: string,
): { readonly stretch: WorkedStretch; readonly note: string } {
  const { from, until, note } = Fields.parse(body ?? {});
  const day = localDay(agreedFrom, timeZone);
  const begins = instantOf(day, from, timeZone);
  const ends = instantOf(day, until, timeZone);
  if (!begins || !ends) throw new DomainError('time-wrong', 'invalid');
  return { stretch: { from: begins, until: ends }, note };
}
