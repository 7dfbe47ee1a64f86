/** Up to so many newcomers a short search finds the cheapest plan as a rule, and its proof is quick. */
export const FEW = 24;

/** Shares of the time of a run; measured on instances of 12 to 1,000 newcomers. */
const SHARE_OF_FEW = 0.9;
const SHARE_OF_MANY = 0.5;

/** After so long the bound of 1,000 newcomers over eight weeks no longer grows. */
const MOST_SECONDS = 50;

/** How many of the seconds that a run may take are for the proof of how good its plan is. */
export function proofSeconds(newcomers: number, seconds: number): number {
  return newcomers <= FEW ? SHARE_OF_FEW * seconds : Math.min(SHARE_OF_MANY * seconds, MOST_SECONDS);
}
