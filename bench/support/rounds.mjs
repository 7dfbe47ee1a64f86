/** At least so many: a neighbour on the machine spoils one round, not the median. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/**
 * Measures ours and its yardstick by turns, so that both see the same machine.
 * @param ours, yardstick give `{ value }` and whatever else is worth telling
 * @param isTime smaller is better: the ratio is the yardstick's value by ours, else ours by the yardstick's
 * @returns medians, the median of the ratios of each round with the least and the greatest, and all rounds of ours
 */
export async function byTurns(ours, yardstick, { isTime = false, rounds = ROUNDS } = {}) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const measured = { ours: await ours(round), yardstick: await yardstick(round) };
    const [a, b] = [measured.ours.value, measured.yardstick.value];
    seen.push({ ...measured, ratio: isTime ? b / a : a / b });
  }
  const ratios = seen.map(({ ratio }) => ratio);
  return {
    ours: median(seen.map((round) => round.ours.value)),
    yardstick: median(seen.map((round) => round.yardstick.value)),
    ratio: median(ratios),
    spread: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    seen: seen.map((round) => round.ours),
  };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
