// plans for generated instances: the search at several lengths, its proven bound, and what a common booking tool does
import { startMatching, workOf } from '../dist/features/matching/index.js';
import { check } from './support/fit-matching/check.mjs';
import { generate } from './support/fit-matching/generate.mjs';
import { greedy } from './support/fit-matching/greedy.mjs';

/** Preset, seed, changes to the preset, and the lengths of search in seconds. */
const RUNS = [
  ['small', 1, {}, [2]],
  ['small', 2, {}, [2]],
  ['canton', 1, {}, [10, 30, 60]],
  ['canton', 2, {}, [10, 30]],
  ['canton', 3, {}, [10, 30]],
  ['canton', 4, { util: 0.95, interpreterWindow: 0.2, tag: 'hard' }, [30]],
  ['backlog', 1, {}, [60]],
];

/** @returns rows of the table; costs in CHF without newcomers for whom no talk is possible */
export default async function matching() {
  const rows = [];
  for (const [preset, seed, changes, lengths] of RUNS) {
    const instance = generate(preset, seed, changes);
    const baseline = feasible(instance, greedy(instance));
    for (const seconds of lengths) {
      const isLast = seconds === lengths.at(-1);
      const started = process.cpuUsage();
      const run = startMatching(instance, {
        work: workOf(seconds),
        seed: 1,
        boundSeconds: isLast ? 30 : undefined,
      });
      const answer = await run.answer;
      const { user, system } = process.cpuUsage(started);
      const plan = feasible(instance, { instance: instance.id, talks: answer.talks });
      const unavoidable = lost(instance, answer.impossible);
      rows.push({
        what: `${instance.id} ${seconds} s`,
        objective: (plan.objective - unavoidable) / 100,
        bound: answer.bound === null ? undefined : (answer.bound - unavoidable) / 100,
        gapPercent:
          answer.bound === null
            ? undefined
            : ((plan.objective - answer.bound) / (answer.bound - unavoidable)) * 100,
        greedy: (baseline.objective - unavoidable) / 100,
        ratio: (plan.objective - unavoidable) / (baseline.objective - unavoidable),
        moneyRatio: plan.cost.money / plan.stat.talks / (baseline.cost.money / baseline.stat.talks),
        cpuSeconds: (user + system) / 1e6,
        memoryMB: process.memoryUsage.rss() / 2 ** 20,
      });
    }
  }
  return rows;
}

/** The referee's account of a plan; an error when it breaks a rule. */
function feasible(instance, solution) {
  const account = check(instance, solution);
  if (!account.feasible) throw new Error(`${instance.id}: ${JSON.stringify(account.violations[0])}`);
  return account;
}

function lost({ weights, newcomers }, ids) {
  const gone = new Set(ids);
  return newcomers
    .filter(({ id }) => gone.has(id))
    .reduce((sum, { urgency }) => sum + weights.unscheduled * urgency, 0);
}
