import { z } from 'zod';

const Chosen = z.object({
  letter: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.guid())),
});

/** The letters that were ticked; empty when none was, or when the form was not ours. */
export function chosenLetters(body: unknown): string[] {
  const parsed = Chosen.safeParse(body ?? {});
  return parsed.success ? [...new Set(parsed.data.letter)] : [];
}
