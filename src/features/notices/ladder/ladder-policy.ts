import { z } from 'zod';
import type { Ladder } from '../../../scheduling/index.js';

const RungSchema = z.object({
  kind: z.enum(['invitation', 'answer-reminder', 'answer-letter', 'second-invitation']),
  channel: z.enum(['own', 'email', 'letter']).default('own'),
  afterDays: z.int().min(0).max(365),
  days: z.enum(['calendar', 'working']).default('calendar'),
  stops: z.array(z.enum(['answered', 'bounced', 'suspended'])).default(['answered', 'bounced', 'suspended']),
});

/** A ladder begins with the invitation at once; each kind stands in it once, later ones on later days. */
const LadderSchema = z.array(RungSchema).superRefine((ladder, check) => {
  const [first, ...rest] = ladder;
  if (first?.kind !== 'invitation' || first.afterDays !== 0) {
    check.addIssue({ code: 'custom', path: [0], message: 'ladder-begins-with-invitation' });
  }
  rest.forEach(({ kind, afterDays }, index) => {
    const before = ladder.slice(0, index + 1);
    const path = [index + 1];
    if (before.some((rung) => rung.kind === kind)) {
      check.addIssue({ code: 'custom', path, message: 'ladder-kind-twice' });
    }
    if (before.some((rung) => rung.afterDays >= afterDays)) {
      check.addIssue({ code: 'custom', path, message: 'ladder-days-not-growing' });
    }
  });
});

/** product.md: reminder to answer after 7 days, letter after 14, second invitation after 28. */
const EXPECTED = [
  { kind: 'invitation', afterDays: 0 },
  { kind: 'answer-reminder', channel: 'email', afterDays: 7 },
  { kind: 'answer-letter', channel: 'letter', afterDays: 14 },
  { kind: 'second-invitation', afterDays: 28 },
] as const;

/** Whoever may come but need not is reminded once, and nobody goes after them on paper. */
const VOLUNTARY = EXPECTED.slice(0, 2);

/** The ladders of an office, by group of households. */
export const LadderPolicies = z.object({
  ladders: z
    .object({
      expected: LadderSchema.prefault([...EXPECTED]),
      voluntary: LadderSchema.prefault([...VOLUNTARY]),
    })
    .prefault({}),
});

/** Whether a household is expected to come or only invited to. */
export const ladderGroups = ['expected', 'voluntary'] as const;
export type LadderGroup = (typeof ladderGroups)[number];

/** One ladder for each group, as an office's policies store them. */
export type Ladders = z.infer<typeof LadderPolicies>['ladders'];

/** Reads one ladder from an office's row. Throws a `ZodError` when somebody stored one that breaks the rules. */
export function ladderOf(policies: Record<string, unknown>, group: LadderGroup): Ladder {
  return LadderPolicies.parse(policies).ladders[group];
}
