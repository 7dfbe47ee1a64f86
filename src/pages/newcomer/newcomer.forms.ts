import { z } from 'zod';

/** Revision of the talk that was on the page; 0, which no talk has, when the form did not say. */
const Revision = z.object({ revision: z.coerce.number().int().min(1).catch(0) }).catch({ revision: 0 });

export function revisionOf(body: unknown): number {
  return Revision.parse(body ?? {}).revision;
}

/** A start that was chosen, ISO in UTC; undefined when none was. */
const Start = z.object({ start: z.iso.datetime() });

export function startOf(fields: unknown): string | undefined {
  const parsed = Start.safeParse(fields ?? {});
  return parsed.success ? parsed.data.start : undefined;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const HALVES = ['morning', 'afternoon'] as const;

/** `mon-morning` to `fri-afternoon`, two per day. */
export const halfDays = WEEKDAYS.map((day) => HALVES.map((half) => `${day}-${half}`));

const HalfDays = z.object({
  'half-days': z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.enum(halfDays.flat())),
  ),
});

/** The half days that were ticked, in the order of the week; empty when none was. */
export function halfDaysOf(body: unknown): string[] {
  const parsed = HalfDays.safeParse(body ?? {});
  const ticked = new Set(parsed.success ? parsed.data['half-days'] : []);
  return halfDays.flat().filter((halfDay) => ticked.has(halfDay));
}

/** Why people cancel; leaving it open is fine. */
export const cancelReasons = ['ill', 'work', 'moved', 'german', 'else'] as const;

const Cancellation = z.object({
  sure: z.literal('yes'),
  reason: z.enum(cancelReasons).optional().catch(undefined),
});

/** The reason of a cancellation that was really sent from its page; undefined for any other form. */
export function cancellationOf(body: unknown): { readonly reason: string | undefined } | undefined {
  const parsed = Cancellation.safeParse(body ?? {});
  return parsed.success ? { reason: parsed.data.reason } : undefined;
}
