import type { TrialTotals, Weights } from '../../../scheduling/index.js';

/** Weights that somebody tries out beside those of the office. */
export interface TrialOrder {
  /** The plan whose question is searched again. */
  readonly planId: string;
  readonly present: Weights;
  readonly tried: Weights;
}

/** What the two searches found. */
export type TrialResult = { readonly present: TrialTotals; readonly tried: TrialTotals };

/** A trial of weights: a job of the kind `weights`. */
export interface WeightTrial extends TrialOrder {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'ready' | 'failed';
  readonly result: TrialResult | null;
}
