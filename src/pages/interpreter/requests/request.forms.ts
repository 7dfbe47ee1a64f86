import { z } from 'zod';

/** Why somebody declines; leaving it open is fine. Newcomers never learn of it. */
export const declineReasons = ['no-time', 'known-person', 'other'] as const;

const Accepting = z.object({
  part: z.literal('yes').optional().catch(undefined),
  talks: z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()))
    .catch([]),
});

/** The talks that were ticked; undefined stands for all of them, and no tick in the part form for none. */
export function acceptedTalks(body: unknown): readonly string[] | undefined {
  const { part, talks } = Accepting.parse(body ?? {});
  return part === undefined ? undefined : talks;
}

const Declining = z.object({ reason: z.enum(declineReasons).optional().catch(undefined) });

export function declineReason(body: unknown): (typeof declineReasons)[number] | undefined {
  return Declining.parse(body ?? {}).reason;
}

const refusals = ['taken', 'expired', 'withdrawn', 'too-late', 'impossible', 'nothing-ticked'] as const;

/** Why the last tap changed nothing. */
export type Refusal = (typeof refusals)[number];

export function refusalOf(value: unknown): Refusal | null {
  return refusals.find((refusal) => refusal === value) ?? null;
}
