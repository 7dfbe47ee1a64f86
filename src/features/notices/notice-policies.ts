import { z } from 'zod';

const WALL_CLOCK = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The office's settings that decide when notices leave and how letters are folded; the defaults are those of product.md. */
const NoticePolicies = z.object({
  /** Invitations that leave on one day; more wait for the next, as long as their talks are far enough away. */
  invitationsPerDay: z.number().int().min(1).default(100),
  /** Calendar days between the invitation and the talk. */
  noticeDays: z.number().int().min(0).default(14),
  noticeHoldSeconds: z.number().int().min(0).default(60),
  reminderDaysBefore: z.array(z.number().int().min(1)).default([7, 1]),
  reminderTime: WALL_CLOCK.default('09:00'),
  quietFrom: WALL_CLOCK.default('20:00'),
  quietUntil: WALL_CLOCK.default('07:00'),
  /** The side of the envelope's window: the address of a letter stands behind it. */
  letterWindow: z.enum(['left', 'right']).default('right'),
});

/** Reads the settings from an office's row, inside the transaction that uses them. */
export function noticePolicies(policies: Record<string, unknown>): z.infer<typeof NoticePolicies> {
  return NoticePolicies.parse(policies);
}
