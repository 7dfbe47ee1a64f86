import { z } from 'zod';
import { Id, PageQuery } from './list.js';

export const PlansQuery = PageQuery;

/** What to plan; left out: every open household, over the horizon of the office. */
export const StartPlanBody = z.strictObject({
  weeks: z.int().min(1).max(52).optional(),
  seconds: z.number().min(0).max(600).optional(),
  seed: z.int().min(1).max(2_147_483_647).optional(),
  householdIds: z.array(Id).min(1).max(5000).optional(),
});

/** The version that was looked at; left out: the plan as it is now. */
export const PublishPlanBody = z.strictObject({
  version: z.int().min(1).max(2_147_483_647).optional(),
});
