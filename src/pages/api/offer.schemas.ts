import { z } from 'zod';
import { DateText, PageQuery, pageSchema } from './list.js';

const Instant = z.iso.datetime();
const Mode = z.enum(['onsite', 'phone', 'video']);
const State = z.enum(['open', 'accepted', 'declined', 'expired', 'taken', 'withdrawn', 'released']);
const TalkIds = z.array(z.uuid()).min(1).max(50).optional();

export const OffersQuery = PageQuery.extend({ state: State.optional() });

/** `talkIds`: a part of the offer; left out: everything that is open. */
export const AcceptBody = z.strictObject({ talkIds: TalkIds });
export const DeclineBody = z.strictObject({
  talkIds: TalkIds,
  reason: z.enum(['no-time', 'known-person', 'other']).optional(),
});

/** Local dates of the office, both included; left out: eight weeks from today. */
export const VisitsQuery = PageQuery.extend({ from: DateText.optional(), to: DateText.optional() });

const Place = {
  siteName: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
};

const OfferedTalk = z.strictObject({
  talkId: z.uuid(),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  language: z.string(),
  mode: Mode,
  ...Place,
  roomName: z.string().nullable(),
  floor: z.string().nullable(),
  state: State,
  person: z.string().optional().describe('first name and initial, after the acceptance only'),
});

export const OfferAnswer = z.strictObject({
  id: z.uuid(),
  officeId: z.int(),
  timeZone: z.string().describe('IANA zone of the office'),
  interpreterId: z.int(),
  tier: z.int().describe('1 preferred, 2 pool, 3 agencies, 4 by phone'),
  state: State,
  askedAt: Instant,
  answerBy: Instant,
  answeredAt: Instant.nullable(),
  declineReason: z.enum(['no-time', 'known-person', 'other']).nullable(),
  talks: z.array(OfferedTalk),
});

export const OffersAnswer = pageSchema(OfferAnswer);

const VisitAnswer = z.strictObject({
  id: z.uuid(),
  officeId: z.int(),
  timeZone: z.string().describe('IANA zone of the office'),
  interpreterId: z.int().nullable(),
  interpreterName: z.string().nullable(),
  siteId: z.int().nullable().describe('null: from afar'),
  ...Place,
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['asked', 'confirmed', 'ended']),
  talks: z.array(
    z.strictObject({
      talkId: z.uuid(),
      startsAt: Instant,
      endsAt: Instant,
      language: z.string(),
      mode: Mode,
      state: z.string(),
      roomName: z.string().nullable(),
      floor: z.string().nullable(),
      person: z.string(),
    }),
  ),
});

export const VisitsAnswer = pageSchema(VisitAnswer);
