import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../scheduling/index.js';
import { startMatching, workOf } from '../matching/index.js';
import { PlanEngine, type EngineAnswer, type EngineRequest } from './plan-engine.js';

/** A run that is worth this much search is worth the proof of how good it is. */
const WORTH_A_BOUND = workOf(1);
const BOUND_WORK = workOf(10);

/** The product's own search, in a thread of its own. */
@Injectable()
export class MatchingEngine extends PlanEngine {
  async run(
    snapshot: Snapshot,
    { seed, work, withBound = true, signal, onProgress }: EngineRequest,
  ): Promise<EngineAnswer> {
    const matching = startMatching(snapshot, {
      seed,
      work,
      ...(withBound && work >= WORTH_A_BOUND ? { boundWork: BOUND_WORK } : {}),
      onProgress: ({ done, of, best }) => {
        onProgress({ share: Math.min(1, done / of), cost: best });
      },
    });
    signal.addEventListener('abort', matching.cancel);
    if (signal.aborted) matching.cancel();
    try {
      const { talks, cost, bound } = await matching.answer;
      return { talks, cost, bound };
    } finally {
      signal.removeEventListener('abort', matching.cancel);
    }
  }
}
