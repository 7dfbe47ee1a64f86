import { z } from 'zod';
import { PageQuery, pageSchema } from './list.js';

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** Months of the office, both included; left out: from January of this year to this month. */
export const ReportQuery = z.object({ from: Month.optional(), to: Month.optional() });

const Figure = z.int().nullable();
const Figures = z.strictObject({
  talks: Figure,
  held: Figure,
  noShow: Figure,
  cancelled: Figure,
  persons: Figure.describe('of the households whose talk was held'),
  meanWaitingDays: z.number().nullable().describe('from arrival to the talk, over those held'),
  costRappen: Figure.describe('of interpreters: worked where confirmed, else planned'),
});
const Groups = z.array(Figures.extend({ key: z.string() }));

/** null: fewer than `smallestGroup`, or a figure from which such a one could be reckoned. */
export const ReportAnswer = z.strictObject({
  from: Month,
  to: Month,
  smallestGroup: z.int(),
  total: Figures,
  by: z.strictObject({ month: Groups, language: Groups, outcome: Groups, municipality: Groups }),
});

export const EventsQuery = PageQuery;

export const EventsAnswer = pageSchema(
  z.strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    kind: z.string(),
    talkId: z.string(),
    householdId: z.int().nullable(),
  }),
).extend({ next: z.string().nullable().describe('where to go on; null only before the first event') });
