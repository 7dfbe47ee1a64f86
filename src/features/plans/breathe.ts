import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets other requests of this process through between two steps of a long calculation. */
export async function breathe(): Promise<void> {
  await nextTurn();
}
