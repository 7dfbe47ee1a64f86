import { generate } from './fit-matching/generate.mjs';
import { greedy } from './fit-matching/greedy.mjs';
import { planFor, refereed, unavoidable } from './plan.mjs';

/**
 * Plans one generated instance with several lengths of a run, as `welcome-talks match --seconds` shares them between
 * search and proof. Costs are CHF without newcomers for whom no talk is possible.
 */
export async function planSeries({ preset, seed, changes = {}, lengths, searchSeed = 1 }) {
  const instance = generate(preset, seed, changes);
  const baseline = refereed(instance, greedy(instance));
  const rows = [];
  for (const seconds of lengths) {
    const plan = await planFor(instance, { seconds, seed: searchSeed, isProven: true });
    rows.push(rowOf({ instance, baseline, seconds, plan }));
  }
  return rows;
}

function rowOf({ instance, baseline, seconds, plan }) {
  const { bound } = plan;
  const lost = unavoidable(instance, plan.impossible);
  const gap = bound === null ? undefined : ((plan.objective - bound) / (bound - lost || 1)) * 100;
  return {
    what: `${instance.id} ${seconds} s`,
    seconds,
    violations: plan.violations,
    objective: (plan.objective - lost) / 100,
    bound: bound === null ? undefined : (bound - lost) / 100,
    gapPercent: gap,
    greedy: (baseline.objective - lost) / 100,
    belowGreedyPercent: below(plan.objective - lost, baseline.objective - lost),
    moneyBelowGreedyPercent: below(plan.parts.money, baseline.parts.money),
    invited: plan.stat.talks,
    invitedMoreThanGreedy: plan.stat.talks - baseline.stat.talks,
    impossible: plan.impossible.length,
    cpuSeconds: plan.cpuSeconds,
    memoryMB: plan.memoryMB,
  };
}

function below(ours, theirs) {
  return theirs === 0 ? 0 : (1 - ours / theirs) * 100;
}
