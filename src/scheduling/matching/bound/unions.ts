/** Some sets and, as long as there are fewer than `most`, their unions. Members are sorted. */
export function unionsOf(sets: readonly (readonly number[])[], most: number): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  const add = (members: readonly number[]): void => {
    if (found.size < most) found.set(members.join(' '), members);
  };
  for (const set of sets) add([...set].sort((a, b) => a - b));
  for (const set of sets)
    for (const other of [...found.values()]) add([...new Set([...set, ...other])].sort((a, b) => a - b));
  return [...found.values()];
}
