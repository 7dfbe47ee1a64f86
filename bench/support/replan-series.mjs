import { generate } from './fit-matching/generate.mjs';
import { perturb } from './fit-matching/perturb.mjs';
import { planFor, unavoidable } from './plan.mjs';

/**
 * Plans a generated instance, publishes the plan, takes the busiest interpreter away for two weeks, adds three urgent
 * newcomers, and plans anew: briefly, and for as long as `bestSeconds` to see what there was to win. Costs are CHF
 * without newcomers for whom no talk is possible.
 */
export async function replanSeries({
  preset,
  seed,
  changes = {},
  lengths,
  searchSeed = 1,
  bestSeconds = 60,
}) {
  const before = generate(preset, seed, changes);
  const published = await planFor(before, { seconds: 10, seed: searchSeed });
  const { inst: instance, cancelled } = perturb(before, published, { seed });
  const best = await planFor(instance, { seconds: bestSeconds, seed: searchSeed });
  const rows = [];
  for (const seconds of lengths) {
    const plan = await planFor(instance, { seconds, seed: searchSeed });
    const lost = unavoidable(instance, plan.impossible);
    rows.push({
      what: `${instance.id} ${seconds} s`,
      seconds,
      violations: [...published.violations, ...best.violations, ...plan.violations],
      objective: (plan.objective - lost) / 100,
      best: (best.objective - lost) / 100,
      aboveBestPercent: ((plan.objective - best.objective) / (best.objective - lost)) * 100,
      stability: plan.parts.stability / 100,
      bestStability: best.parts.stability / 100,
      moved: plan.stat.moved,
      bestMoved: best.stat.moved,
      affected: affectedBy(cancelled, instance),
      cpuSeconds: plan.cpuSeconds,
      memoryMB: plan.memoryMB,
    });
  }
  return rows;
}

/** Announced talks that cannot stay because their interpreter is away. */
function affectedBy(cancelled, { appointments, interpreters }) {
  const away = interpreters.find(({ id }) => id === cancelled)?.absent.at(-1);
  const isLost = ({ interpreter, start }) =>
    interpreter === cancelled && start >= away.from && start < away.to;
  return away ? appointments.filter(isLost).length : 0;
}
