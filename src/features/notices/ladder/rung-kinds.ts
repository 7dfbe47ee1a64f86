import type { RungKind } from '../../../scheduling/index.js';

/** The kinds of notices that ask a household for its answer again. */
export const RUNG_KINDS: readonly RungKind[] = ['answer-reminder', 'answer-letter', 'second-invitation'];
