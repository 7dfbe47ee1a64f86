import { z } from 'zod';
import { Id, text } from './list.js';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Instant = z.iso.datetime();

const Hours = z.strictObject({
  weekday: z.int().min(1).max(7).describe('1 = Monday … 7 = Sunday'),
  from: WallTime.describe('wall clock of the office'),
  until: WallTime.describe('not included'),
});

/** Replaces the weekly hours; overlapping ones are joined. */
export const AvailabilityBody = z.strictObject({ hours: z.array(Hours).max(70) });

export const AvailabilityAnswer = z.strictObject({
  hours: z.array(Hours),
  extraTimes: z.array(z.strictObject({ id: z.int(), from: Instant, until: Instant })),
});

/** `seen`: talks in that time that the caller knows of; without them the absence is refused with their ids. */
export const AbsenceBody = z.strictObject({
  from: Instant,
  until: Instant,
  note: text(200).optional(),
  seen: z.array(z.uuid()).max(500).optional(),
});

/** Removes one by its id. */
export const RemoveBody = z.strictObject({ id: Id });

export const AbsencesAnswer = z.strictObject({
  items: z.array(z.strictObject({ id: z.int(), from: Instant, until: Instant, note: z.string() })),
});

export const BusyFeedBody = z.strictObject({ address: text(2000) });

export const BusyFeedsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.int(),
      host: z.string().describe('the address itself is a secret and never shown again'),
      state: z.enum(['waiting', 'fresh', 'stale', 'failed']).describe('stale: not read for 24 hours'),
      readAt: Instant.nullable(),
      problem: z.string().nullable(),
      busyTimes: z.int().describe('coming ones'),
    }),
  ),
});

export const SignedOutAnswer = z.strictObject({ devices: z.int().describe('signed in until now') });
