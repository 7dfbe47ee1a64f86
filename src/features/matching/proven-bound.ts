import { lowerBound, type Candidate, type Snapshot } from '../../scheduling/index.js';
import { highsPrograms } from './highs-program.js';

/** How long a bound may take. */
export interface BoundLimits {
  readonly seconds: number;
  readonly isCancelled: () => boolean;
}

/**
 * Rappen that no plan for the snapshot can go below, the best that is proven in time; null when none is. `talks` is a
 * plan, from which the proof starts.
 */
export async function provenBound(
  snapshot: Snapshot,
  talks: readonly Candidate[],
  { seconds, isCancelled }: BoundLimits,
): Promise<number | null> {
  const started = performance.now();
  const isEnough = (): boolean => isCancelled() || performance.now() - started > seconds * 1000;
  const { newProgram, dispose } = await highsPrograms(seconds);
  try {
    const bound = lowerBound(snapshot, { talks, newProgram, isEnough });
    return bound > 0 ? bound : null;
  } finally {
    dispose();
  }
}
