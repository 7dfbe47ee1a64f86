/** How much may be looked at for a proof, and how much was; in the units of `MatchRequest.work`, about. */
export interface Effort {
  done: number;
  readonly most: number;
  readonly isCancelled: () => boolean;
}

/** Work that has not begun. */
export function effortOf(most: number, isCancelled: () => boolean = () => false): Effort {
  return { done: 0, most, isCancelled };
}

/** True when no more may be done. */
export function isSpent({ done, most, isCancelled }: Effort): boolean {
  return done >= most || isCancelled();
}
