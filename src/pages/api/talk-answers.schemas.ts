import { z } from 'zod';
import { pageSchema } from './list.js';

const Mode = z.enum(['onsite', 'video']);
const InterpreterMode = z.enum(['onsite', 'phone', 'video']);
const Provision = z.enum(['caseworker', 'interpreter', 'relay', 'german']);
const Party = z.enum(['household', 'interpreter', 'office']);
const Instant = z.iso.datetime();
const TimeZone = z.string().describe('IANA zone of the office');

export const TalkAnswer = z.strictObject({
  id: z.uuid(),
  officeId: z.int(),
  householdId: z.int(),
  reference: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  timeZone: TimeZone,
  mode: Mode,
  siteId: z.int().nullable(),
  siteName: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  accessText: z.record(z.string(), z.string()).describe('directions by language code'),
  lift: z.boolean().nullable().describe('null: the office does not say'),
  roomId: z.int().nullable(),
  roomName: z.string().nullable(),
  floor: z.string().nullable(),
  stepFree: z.boolean().nullable(),
  caseworkerId: z.int(),
  caseworkerName: z.string(),
  interpreterId: z.int().nullable(),
  interpreterName: z.string().nullable(),
  interpreterMode: InterpreterMode.nullable(),
  interpreterState: z
    .enum(['asked', 'confirmed', 'missing'])
    .nullable()
    .describe('null: nobody has to answer'),
  language: z.string(),
  provision: Provision,
  state: z.enum([
    'planned',
    'invited',
    'confirmed',
    'change-requested',
    'cancelled',
    'held',
    'no-show',
    'stopped',
    'written',
  ]),
  cancelledBy: Party.nullable(),
  cancelReason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  wishes: z.string().nullable().describe('what the household wrote when no offered time suited it'),
  outcomeBy: Party.nullable().describe('who was missing, after a no-show'),
  revision: z.int().describe('grows with each published change'),
  version: z.int().describe('grows with every change; a change names the one it saw'),
  personName: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  personCount: z.int(),
  letterLanguage: z.string(),
  updatedAt: Instant,
});

export const TalksAnswer = pageSchema(TalkAnswer);

const Slot = z.strictObject({
  startsAt: Instant,
  endsAt: Instant,
  mode: Mode,
  siteId: z.int().nullable(),
  siteName: z.string().nullable(),
  roomId: z.int().nullable(),
  roomName: z.string().nullable(),
  caseworkerId: z.int(),
  caseworkerName: z.string(),
  interpreterId: z.int().nullable(),
  interpreterName: z.string().nullable(),
  interpreterMode: InterpreterMode.nullable(),
  language: z.string(),
  provision: Provision,
  reasons: z.array(z.string()).describe('what speaks for it, at most three'),
  totalRappen: z.int().describe('with all wishes of the office priced'),
  moneyRappen: z.int().describe('what the interpreter costs more'),
});

const Obstacle = z.strictObject({
  rule: z.string(),
  count: z.int().describe('starts it took away, looked at hourly'),
  names: z.array(z.string()),
  language: z.string().optional(),
});

export const SlotsAnswer = z.strictObject({
  timeZone: TimeZone,
  items: z.array(Slot),
  obstacles: z.array(Obstacle).describe('why there are none, the most blocking first'),
});
