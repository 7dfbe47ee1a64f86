/** A way in which a talk can go on that lost its interpreter. */
export interface ReplanWay {
  /** `ask`: somebody else at the same time and place; `slot`: another booking; `later`: staff see to it afterwards. */
  readonly kind: 'ask' | 'slot' | 'later';
  /** How many households read something new of a talk that they know of. */
  readonly told: number;
  readonly isSameTime: boolean;
}

/** The fewest people told anything new first, then the same time; what is equal stays in its order. */
export function quietestFirst<Way extends ReplanWay>(ways: readonly Way[]): readonly Way[] {
  const rank = ({ kind, told, isSameTime }: Way): number =>
    kind === 'later' ? Infinity : 2 * told + (isSameTime ? 0 : 1);
  return ways
    .map((way, index) => ({ way, index, rank: rank(way) }))
    .sort((a, b) => (a.rank === b.rank ? a.index - b.index : a.rank - b.rank))
    .map(({ way }) => way);
}
