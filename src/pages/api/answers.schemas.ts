import { z } from 'zod';
import { pageSchema } from './list.js';

const Instant = z.iso.datetime();
const WallTime = z.string().regex(/^\d\d:\d\d$/);

export const OfficeAnswer = z.strictObject({
  id: z.int(),
  slug: z.string(),
  timeZone: z.string(),
  canton: z.string(),
  policies: z.looseObject({ talkMinutes: z.int(), bufferMinutes: z.int(), slotMinutes: z.int() }),
  name: z.string(),
  addressLines: z.array(z.string()),
  phone: z.string(),
  phoneHours: z.string(),
  email: z.string(),
  website: z.string().nullable(),
});

export const OfficesAnswer = pageSchema(OfficeAnswer);

export const SitesAnswer = pageSchema(
  z.strictObject({
    id: z.int(),
    name: z.string(),
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    accessText: z.record(z.string(), z.string()).describe('directions by language code'),
    hours: z.array(
      z.strictObject({
        weekday: z.int().describe('1 = Monday … 7 = Sunday'),
        opens: WallTime,
        closes: WallTime,
      }),
    ),
  }),
);

export const RoomsAnswer = pageSchema(
  z.strictObject({
    id: z.int(),
    name: z.string(),
    siteId: z.int(),
    siteName: z.string(),
    floor: z.string(),
    seats: z.int(),
    stepFree: z.boolean(),
    video: z.boolean(),
  }),
);

/** Caseworkers or interpreters. */
export const SpeakersAnswer = pageSchema(
  z.strictObject({ id: z.int(), name: z.string(), languages: z.array(z.string()) }),
);

export const NoticesAnswer = pageSchema(
  z.looseObject({
    id: z.uuid(),
    kind: z.string(),
    state: z.string(),
    reason: z.string().nullable(),
    talkId: z.uuid(),
    talkStartsAt: Instant,
    revision: z.int(),
    householdId: z.int(),
    recipientKind: z.enum(['household', 'interpreter']),
    recipientId: z.int(),
    recipientName: z.string(),
    channel: z.enum(['email', 'letter']),
    locale: z.string(),
    attempts: z.int(),
    dueAt: Instant,
    sentAt: Instant.nullable(),
    needsAction: z.boolean(),
  }),
);

export const AuditAnswer = pageSchema(
  z.strictObject({
    id: z.string(),
    at: Instant,
    actor: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
);
