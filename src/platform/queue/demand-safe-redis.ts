import { lookAtRedisQueue } from '../checkup/look-at-queue.js';

/** Redis would lose wake-ups without a word. */
class UnsafeRedisError extends Error {
  override readonly name = 'UnsafeRedisError';
}

/**
 * Throws when Redis may throw jobs away. One that does not answer is no reason not to start: what it would have woken
 * is found in the database. Returns what to say of it.
 */
export async function demandSafeRedis(url: string | undefined): Promise<string | undefined> {
  if (url === undefined) return undefined;
  const findings = await lookAtRedisQueue(url).catch((error: unknown) => String(error));
  if (typeof findings === 'string')
    return `Redis does not answer (${findings}): the workers look by themselves`;
  const unsafe = findings.find(({ state }) => state === 'failed');
  if (unsafe) throw new UnsafeRedisError(`${unsafe.meaning}. To do: ${unsafe.cure ?? ''}`);
  return undefined;
}
