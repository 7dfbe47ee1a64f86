import type { Candidate, PlanCost, Snapshot } from '../../scheduling/index.js';

/** How a run looks for a plan. Same snapshot, seed and work: same plan. */
export interface EngineRequest {
  readonly seed: number;
  /** How long to look, in the engine's own units. */
  readonly work: number;
  /** Whether the answer says how good it is; left out: yes, when the search is long enough to be worth it. */
  readonly withBound?: boolean;
  /** Ends the search; what was found until then is the answer. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: EngineProgress) => void;
}

/** How far a run is. */
interface EngineProgress {
  /** From 0 to 1. */
  readonly share: number;
  /** Rappen of the best plan so far. */
  readonly cost: number;
}

/** The best plan found, pinned talks included. */
export interface EngineAnswer {
  readonly talks: readonly Candidate[];
  readonly cost: PlanCost;
  /** Rappen that no plan can go below; null when none was computed. */
  readonly bound: number | null;
}

/** Finds the plan; its work does not block the process. */
export abstract class PlanEngine {
  abstract run(snapshot: Snapshot, request: EngineRequest): Promise<EngineAnswer>;
}
