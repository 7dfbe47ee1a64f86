import type { MatchingAnswer } from '../features/matching/index.js';
import { buildSchedule, costPartNames, proposeTalks, type Snapshot } from '../scheduling/index.js';

/** What a plan costs, how good it is, and why some newcomers cannot have a talk; one fact per line. */
export function summaryOf(snapshot: Snapshot, answer: MatchingAnswer): string {
  const { talks, cost, work } = answer;
  const parts = costPartNames.map((part) => line(part, cost.parts[part]));
  const planned = `${snapshot.id}: ${talks.length} of ${snapshot.newcomers.length} newcomers have a talk`;
  return (
    [
      planned,
      line('total', cost.total),
      ...parts,
      ...boundLines(snapshot, answer),
      ...impossibleLines(snapshot, answer),
      `work ${work}`,
    ].join('\n') + '\n'
  );
}

/** How near the plan is to the cheapest there can be, without what nobody could save. */
function boundLines(
  snapshot: Snapshot,
  { bound, cost, impossible, parts }: MatchingAnswer,
): readonly string[] {
  if (bound === null && parts > 1) return [`planned in ${parts} parts; no lower bound is proven for these`];
  if (bound === null) return ['no lower bound was proven in time; give more with --bound-seconds'];
  const unavoidable = unplannedCost(snapshot, impossible);
  const gap = bound > unavoidable ? ((cost.total - bound) / (bound - unavoidable)) * 100 : 0;
  return [
    line('lower bound', bound),
    `at most ${gap.toFixed(2)} % above the minimum, newcomers for whom no talk is possible left out`,
  ];
}

function unplannedCost(snapshot: Snapshot, ids: readonly string[]): number {
  const { weights, newcomers, appointments } = snapshot;
  const lost = new Set(ids);
  const dropped = appointments.filter(({ newcomer, pinned }) => lost.has(newcomer) && !pinned);
  const missed = newcomers.filter(({ id }) => lost.has(id));
  return (
    missed.reduce((sum, { urgency }) => sum + weights.unscheduled * urgency, 0) +
    dropped.reduce((sum, { weight }) => sum + weights.stability.dropped * weight, 0)
  );
}

/** Who cannot have a talk at all, and the three rules that stand in the way most. */
function impossibleLines(snapshot: Snapshot, { impossible }: MatchingAnswer): readonly string[] {
  const schedule = buildSchedule(snapshot);
  return impossible.map((newcomer) => {
    const answer = proposeTalks({ newcomer, limit: 1 }, schedule);
    const rules = answer.kind === 'impossible' ? answer.obstacles.map(({ rule }) => rule) : [];
    return `no talk is possible for ${newcomer}: ${[...new Set(rules)].slice(0, 3).join(', ')}`;
  });
}

function line(name: string, rappen: number): string {
  return `${name.padEnd(12)} CHF ${(rappen / 100).toFixed(2).padStart(14)}`;
}
