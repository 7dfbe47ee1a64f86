import { z } from 'zod';
import { pageSchema } from './list.js';

const Instant = z.iso.datetime();
const TimeZone = z.string().describe('IANA zone of the office');
const Rappen = z.int();
const Totals = z.strictObject({
  planned: z.int(),
  inTime: z.int(),
  moneyRappen: Rappen,
  trips: z.int(),
  waitingDays: z.int(),
  lastDay: z.string().nullable(),
});

const Summary = z.strictObject({
  id: z.uuid(),
  state: z.enum(['draft', 'running', 'ready', 'published', 'discarded', 'failed']),
  version: z.int(),
  edition: z.int(),
  basedOn: z.uuid().nullable(),
  weeks: z.int(),
  fromDay: z.iso.date().nullable(),
  announced: z.enum(['keep', 'absences', 'worthwhile']),
  selection: z.looseObject({}),
  progress: z.looseObject({ share: z.number().optional() }).describe('share of the search, from 0 to 1'),
  cost: z.strictObject({ parts: z.record(z.string(), Rappen), total: Rappen }).nullable(),
  boundRappen: Rappen.nullable().describe('no plan can cost less'),
  totals: z
    .strictObject({
      households: z.int(),
      plan: Totals,
      firstCome: Totals,
      waitedDays: z.int(),
      overdue: z.int(),
    })
    .nullable()
    .describe('the plan beside first come, first served'),
  failure: z.string().nullable(),
  result: z
    .strictObject({ booked: z.int(), moved: z.int(), conflicts: z.int(), notices: z.int() })
    .nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
});

const Row = z.strictObject({
  householdId: z.int(),
  reference: z.string(),
  state: z.enum(['proposed', 'accepted', 'changed', 'pinned', 'left-out', 'published', 'conflict']),
  version: z.int(),
  place: z.looseObject({ startsAt: Instant, caseworkerId: z.int(), language: z.string() }),
  reasons: z.array(z.strictObject({ id: z.string(), count: z.int().optional() })),
  cost: z.strictObject({ moneyRappen: Rappen, totalRappen: Rappen }),
  mark: z.enum(['new', 'moved']).nullable(),
  conflict: z.looseObject({ kind: z.string() }).nullable(),
  moves: z
    .looseObject({ talkId: z.uuid(), why: z.looseObject({ kind: z.string() }) })
    .nullable()
    .describe('the announced talk that the row moves'),
  talkId: z.uuid().nullable(),
});

const Gap = z.strictObject({
  householdId: z.int(),
  reference: z.string(),
  obstacles: z.array(z.looseObject({ rule: z.string(), count: z.int() })),
  announced: z
    .looseObject({ talkId: z.uuid(), startsAt: Instant })
    .nullable()
    .describe('the announced talk that cannot be held'),
  hints: z.array(z.strictObject({ kind: z.string(), startsAt: Instant })),
});

export const PlanSummaryAnswer = Summary;
export const PlansAnswer = pageSchema(Summary);
export const PlanAnswer = Summary.extend({ timeZone: TimeZone, rows: z.array(Row), gaps: z.array(Gap) });
