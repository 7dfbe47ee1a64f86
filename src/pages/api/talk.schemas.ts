import { z } from 'zod';
import type { TalkChoice } from '../../features/talks/index.js';
import { DateText, Id, IdText, PageQuery, text } from './list.js';

/** RFC 3339 with an offset or `Z`. */
const InstantText = z.iso.datetime({ offset: true });
const LanguageCode = text(12);
const Reason = text(500).trim();
const Version = z.int().min(1).max(2_147_483_647);
const Party = z.enum(['household', 'interpreter', 'office']);

const Choice = z.strictObject({
  startsAt: InstantText,
  mode: z.enum(['onsite', 'video']).default('onsite'),
  roomId: Id.nullable().default(null),
  caseworkerId: Id,
  interpreterId: Id.nullable().default(null),
  interpreterMode: z.enum(['onsite', 'phone', 'video']).nullable().default(null),
  language: LanguageCode,
  /** Why rules of the office's own making shall not count. */
  overrideReason: Reason.optional(),
});

export const BookBody = Choice.extend({ householdId: Id });
export const RescheduleBody = Choice.extend({ version: Version });
export const CancelBody = z.strictObject({ version: Version, by: Party, reason: Reason.optional() });
export const OutcomeBody = z.strictObject({
  version: Version,
  outcome: z.enum(['held', 'no-show', 'stopped', 'written']),
  who: Party.optional(),
});
export const ConfirmBody = z.strictObject({ revision: Version });

/** Local dates of the office, both included; left out: eight weeks from today. A household's talks have no dates. */
export const TalksQuery = PageQuery.extend({
  from: DateText.optional(),
  to: DateText.optional(),
  household: IdText.optional(),
});

/** `talk`: the one that is being moved, whose own places count as free. */
export const SlotsQuery = z.object({
  household: IdText,
  limit: z.coerce.number().int().min(1).max(50).default(5),
  from: DateText.optional(),
  to: DateText.optional(),
  near: InstantText.optional(),
  start: InstantText.optional(),
  perDay: z.coerce.number().int().min(1).max(50).optional(),
  talk: z.uuid().optional(),
  caseworker: IdText.optional(),
  room: IdText.optional(),
  interpreter: IdText.optional(),
  language: LanguageCode.optional(),
});

/** The choice in a body, without what else the body holds. */
export function choiceOf(body: z.infer<typeof Choice>): TalkChoice {
  const { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language } = body;
  return { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language };
}
