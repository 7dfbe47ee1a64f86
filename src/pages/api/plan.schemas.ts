import { z } from 'zod';
import { Id, PageQuery } from './list.js';

export const PlansQuery = PageQuery;

/** What to plan; left out: every open household, over the horizon of the office. */
export const StartPlanBody = z.strictObject({
  weeks: z.int().min(1).max(52).optional(),
  seconds: z.number().min(0).max(600).optional(),
  seed: z.int().min(1).max(2_147_483_647).optional(),
  householdIds: z.array(Id).min(1).max(5000).optional(),
  selection: z
    .strictObject({
      language: z.string().min(2).max(8).optional().describe('first language'),
      municipality: z.int().optional().describe('BFS number'),
      dueUntil: z.iso.date().optional().describe('target day at the latest'),
    })
    .optional(),
  fromDay: z.iso.date().optional().describe('first local day that is planned; left out: from now on'),
  announced: z
    .enum(['keep', 'absences', 'worthwhile'])
    .optional()
    .describe('what may happen to announced talks; left out: they stay'),
});

/** The version that was looked at; left out: the plan as it is now. */
export const PublishPlanBody = z.strictObject({
  version: z.int().min(1).max(2_147_483_647).optional(),
});
