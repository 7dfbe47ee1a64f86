import { z } from 'zod';

/** Kinds of things that an open page can be told about: those of the audit, and messages in trouble. */
const liveTopics = [
  'talk',
  'household',
  'plan',
  'offer',
  'interpreter',
  'absence',
  'closing',
  'arrival-import',
  'notice',
] as const;

export type LiveTopic = (typeof liveTopics)[number];

const MOST_CHARACTERS = 2000;
const SNAPSHOT = /^\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20})*)?$/;

/** What an open page asks for: kinds of things, and what it had seen when it was made. */
export const LiveQuery = z.object({
  topics: z
    .string()
    .max(MOST_CHARACTERS)
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(liveTopics)).min(1)),
  since: z.string().max(MOST_CHARACTERS).regex(SNAPSHOT).refine(isInOrder),
});

function isInOrder(snapshot: string): boolean {
  const [from = '', until = ''] = snapshot.split(':');
  return BigInt(from) > 0n && BigInt(from) <= BigInt(until);
}
