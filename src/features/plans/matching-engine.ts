import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../scheduling/index.js';
import { startMatching } from '../matching/index.js';
import { PlanEngine, type EngineAnswer, type EngineRequest } from './plan-engine.js';

/** The product's own search, in a thread of its own. */
@Injectable()
export class MatchingEngine extends PlanEngine {
  async run(snapshot: Snapshot, { seed, work, signal, onProgress }: EngineRequest): Promise<EngineAnswer> {
    const matching = startMatching(snapshot, {
      seed,
      work,
      onProgress: ({ done, of, best }) => {
        onProgress({ share: Math.min(1, done / of), cost: best });
      },
    });
    signal.addEventListener('abort', matching.cancel);
    if (signal.aborted) matching.cancel();
    try {
      const { talks, cost } = await matching.answer;
      return { talks, cost, bound: null };
    } finally {
      signal.removeEventListener('abort', matching.cancel);
    }
  }
}
