import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever waits for an answer does not wait longer for the queue. */
const LONGEST_WAIT_MS = 200;

/** Waits a moment for the queue; what takes longer goes on by itself. Rejects when it fails within the moment. */
export async function shortly(work: Promise<unknown>): Promise<void> {
  // a failure that comes later is the queue's own, and its listener has told of it
  work.catch(() => undefined);
  await Promise.race([work, sleep(LONGEST_WAIT_MS, undefined, { ref: false })]);
}
