import { z } from 'zod';

/** How long a run looks. */
export const efforts = ['quick', 'usual', 'thorough'] as const;

/** Seconds of search on an ordinary machine. */
export const SECONDS = { quick: 3, usual: 15, thorough: 60 } as const;

export const StartForm = z.object({
  weeks: z.coerce
    .number('plans:validation.weeks')
    .int('plans:validation.weeks')
    .min(1, 'plans:validation.weeks')
    .max(52, 'plans:validation.weeks'),
  effort: z.enum(efforts, 'plans:validation.effort'),
});
