import { z } from 'zod';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a wish is worth to the office, in Rappen; the same parts as the matching format has. */
const Weights = z.object({
  unscheduled: z.int().nonnegative().default(200_000),
  late: z.int().nonnegative().default(2_000),
  langRank: z.int().nonnegative().default(3_000),
  langLevel: z.int().nonnegative().default(1_000),
  interpreterLevel: z.int().nonnegative().default(500),
  gender: z.int().nonnegative().default(2_500),
  fairness: z.int().nonnegative().default(1_500),
  waiting: z.int().nonnegative().default(50),
  stability: z
    .object({
      dropped: z.int().nonnegative().default(30_000),
      day: z.int().nonnegative().default(4_000),
      time: z.int().nonnegative().default(2_000),
      interpreter: z.int().nonnegative().default(1_000),
      caseworker: z.int().nonnegative().default(500),
      room: z.int().nonnegative().default(200),
      mode: z.int().nonnegative().default(3_000),
    })
    .prefault({}),
});

/** The rules an office sets for itself; what it has not set has the default of product.md. */
export const OfficePoliciesSchema = z.object({
  talkMinutes: z.int().min(5).max(480).default(45),
  bufferMinutes: z.int().min(0).max(120).default(15),
  /** Talks start on this grid. */
  slotMinutes: z.int().min(5).max(60).default(15),
  /** Calendar days between the invitation and the talk. */
  noticeDays: z.int().min(0).default(14),
  /** The same when a talk is moved: the household knows the office, place and reason already. */
  moveNoticeDays: z.int().min(0).default(3),
  horizonWeeks: z.int().min(1).max(52).default(8),
  /** Days from arrival by which the talk should have been held. */
  targetDays: z.int().min(1).default(90),
  /** Months from arrival by which it must have been held (facts.md 2.1: one year). */
  limitMonths: z.int().min(1).default(12),
  /** Invitations that leave on one day; more wait for the next, as long as their talks are far enough away. */
  invitationsPerDay: z.int().min(1).max(10_000).default(100),
  /** Seconds in which a released message can be taken back. */
  noticeHoldSeconds: z.int().min(0).default(60),
  reminderDaysBefore: z.array(z.int().min(0)).default([7, 1]),
  reminderTime: WallTime.default('09:00'),
  quietFrom: WallTime.default('20:00'),
  quietUntil: WallTime.default('07:00'),
  /** The side of the window in the office's envelopes (SN 010130 allows both). */
  letterWindow: z.enum(['left', 'right']).default('right'),
  /** Hours before the talk until which the newcomer may move or cancel it. */
  changeUntilHours: z.int().min(0).default(24),
  minimumCaseworkerLevel: z.int().min(1).max(3).default(2),
  minimumInterpreterLevel: z.int().min(1).max(3).default(1),
  minimumGermanLevel: z.int().min(1).max(3).default(2),
  /** ISO 3166-1 codes of those who are informed in writing only (facts.md 0, no. 3). */
  writtenOnlyNationalities: z.array(z.string().length(2)).default(['DE', 'AT', 'LI']),
  /** eCH-0006 permit codes of people who are informed elsewhere: F, N, S (facts.md 0, no. 4). */
  notInvitedPermits: z.array(z.string()).default(['05', '08', '09']),
  weights: Weights.prefault({}),
  /** `asked`: an interpreter accepts or declines; `direct`: whoever is booked is told and comes. */
  interpreterBooking: z.enum(['asked', 'direct']).default('asked'),
  /** How many interpreters of one tier are asked at the same time; the first acceptance wins. */
  offersAtOnce: z.int().min(1).max(100).default(1),
  /** Opening hours of the site that an interpreter has to answer. */
  offerHours: z.int().min(1).max(500).default(48),
  /** Hours before the talk from which a missing answer is a matter for staff. */
  offerAlarmHours: z.int().min(1).max(500).default(72),
  /** Hours before the talk after which nobody is asked any more. */
  offerUntilHours: z.int().min(0).max(500).default(24),
  /** When nobody comes to the site, interpreters who work by phone are asked. */
  offerByPhone: z.boolean().default(true),
  /** Households are invited although no interpreter has accepted yet. */
  inviteBeforeAcceptance: z.boolean().default(false),
  /** Staff sign in with a code of an app besides the password; whoever has none yet sets it up first. */
  secondFactorRequired: z.boolean().default(false),
  /** Months after its last event for which a household is kept. */
  householdMonths: z.int().min(1).max(120).default(24),
  /** Households are offered to the archive before they go (facts.md 6); without it the archive has waived them once for all. */
  archiveOffer: z.boolean().default(true),
  /** Months for which the words of a message are kept, not the fact that it was sent. */
  noticeTextMonths: z.int().min(1).max(120).default(6),
});

export type OfficePolicies = z.infer<typeof OfficePoliciesSchema>;
