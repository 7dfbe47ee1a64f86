import { z } from 'zod';
import type { DropOut } from '../../../features/visits/index.js';
import type { OfficeContext } from '../office-context.js';
import { dayPlus, instantOn } from '../week/iso-week.js';

/** Local days, both included. */
export const Days = z.object({
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
});

/** The days, and the talks that were shown for them. */
export const Approval = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  talks: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).max(200)),
});

const WAY = 'way-';
const LONGEST_KEY = 200;

/** The key of the way by talk, from fields `way-<id>`. */
export function chosenWays(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([name, key]) =>
      name.startsWith(WAY) && typeof key === 'string' && key.length <= LONGEST_KEY
        ? [[name.slice(WAY.length), key] as const]
        : [],
    ),
  );
}

/** From the first moment of a day to the last of another; one day when the last is before the first. */
export function periodOf(
  { office }: OfficeContext,
  interpreterId: number,
  from: string,
  until: string,
): Parameters<DropOut['preview']>[0] {
  const last = until < from ? from : until;
  return {
    officeId: office.id,
    interpreterId,
    from: instantOn(from, '00:00', office.timeZone),
    until: instantOn(dayPlus(last, 1), '00:00', office.timeZone),
  };
}
