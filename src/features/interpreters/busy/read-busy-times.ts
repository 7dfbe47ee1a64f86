import { Worker } from 'node:worker_threads';
import { type BusyQuestion, type BusyTime, type FeedProblem, FeedUnreadable } from './busy-times.js';

/** What the thread says. */
export type BusyAnswer =
  | { readonly kind: 'read'; readonly times: readonly BusyTime[] }
  | { readonly kind: 'refused'; readonly problem: FeedProblem };

/** The compiled thread, seen alike from the sources and from dist/. */
const THREAD = new URL('../../../../dist/features/interpreters/busy/busy-times.worker.js', import.meta.url);
const LONGEST_MS = 10_000;
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/** Reads a calendar in a thread with limited memory and time. Throws {@link FeedUnreadable}. */
export async function readBusyTimes(question: BusyQuestion): Promise<readonly BusyTime[]> {
  const thread = new Worker(THREAD, { resourceLimits: LIMITS, env: {}, stdout: true, stderr: true });
  const timer = setTimeout(() => void thread.terminate(), LONGEST_MS);
  try {
    const answer = await new Promise<BusyAnswer>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => {
        reject(new FeedUnreadable('too-demanding'));
      });
      thread.postMessage(question);
    });
    if (answer.kind === 'refused') throw new FeedUnreadable(answer.problem);
    return answer.times;
  } catch (error) {
    throw error instanceof FeedUnreadable ? error : new FeedUnreadable('too-demanding');
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
