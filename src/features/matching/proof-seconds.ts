/** Up to so many newcomers a short search finds the cheapest plan as a rule, and its proof is quick. */
export const FEW = 24;

/** From so many newcomers on the search needs all its time, and the proof goes on beside it. */
export const MANY = 400;

/** Shares of the time of a run; measured on instances of 12 to 1,000 newcomers. */
const SHARE_OF_FEW = 0.9;
const SHARE_OF_OTHERS = 0.5;

/** After so long the bound of 1,000 newcomers over eight weeks no longer grows. */
const MOST_SECONDS = 50;

/** How the seconds that a run may take are shared. */
export interface SecondsOfRun {
  readonly search: number;
  /** For the proof of how good the plan is. */
  readonly proof: number;
}

/** Shares the seconds of a run between search and proof; of many newcomers the proof is made at the same time. */
export function secondsOfRun(
  newcomers: number,
  seconds: number,
  wanted: number = usualProof(newcomers, seconds),
): SecondsOfRun {
  const proof = Math.min(seconds, wanted);
  return { search: newcomers >= MANY ? seconds : seconds - proof, proof };
}

function usualProof(newcomers: number, seconds: number): number {
  return newcomers <= FEW ? SHARE_OF_FEW * seconds : Math.min(SHARE_OF_OTHERS * seconds, MOST_SECONDS);
}
