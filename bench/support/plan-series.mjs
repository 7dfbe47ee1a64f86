import { generate } from './fit-matching/generate.mjs';
import { greedy } from './fit-matching/greedy.mjs';
import { planFor, refereed, unavoidable } from './plan.mjs';

/**
 * Plans one generated instance with several lengths of search; the longest one is given the time for a bound, which
 * then measures all of them. Costs are CHF without newcomers for whom no talk is possible.
 */
export async function planSeries({ preset, seed, changes = {}, lengths, searchSeed = 1, boundSeconds = 15 }) {
  const instance = generate(preset, seed, changes);
  const baseline = refereed(instance, greedy(instance));
  const plans = [];
  for (const [index, seconds] of lengths.entries()) {
    const isLast = index === lengths.length - 1;
    const plan = await planFor(instance, {
      seconds,
      seed: searchSeed,
      boundSeconds: isLast ? boundSeconds : 0,
    });
    plans.push({ seconds, plan });
  }
  const bound = plans.at(-1).plan.bound;
  return plans.map(({ seconds, plan }) => rowOf({ instance, baseline, seconds, plan, bound }));
}

function rowOf({ instance, baseline, seconds, plan, bound }) {
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
    searchCpuSeconds: plan.searchCpuSeconds,
    cpuSeconds: plan.cpuSeconds,
    memoryMB: plan.memoryMB,
  };
}

function below(ours, theirs) {
  return theirs === 0 ? 0 : (1 - ours / theirs) * 100;
}
