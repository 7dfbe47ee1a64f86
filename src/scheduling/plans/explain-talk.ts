import { totalOf, type CostParts } from '../cost/cost-parts.js';
import { marginalCost } from '../cost/marginal-cost.js';
import { daysLate } from '../cost/talk-cost.js';
import { visitsOf } from '../cost/visits.js';
import { provisionOf } from '../provision-of.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import { withoutTalkOf, type Schedule } from '../schedule/schedule.js';

/** Why a talk of a plan is where it is; also the last part of the key of the sentence that says so. */
type PlanReasonId =
  | 'caseworker-speaks-language'
  | 'interpreter-speaks-language'
  | 'relay-language'
  | 'german-is-understood'
  | 'shared-visit'
  | 'step-free-room'
  | 'wished-gender'
  | 'in-time'
  | 'late';

/** `count`: others in the visit, or days late. */
export interface PlanReason {
  readonly id: PlanReasonId;
  readonly count?: number;
}

/** What one talk of a plan adds to its cost, and why it is there; the most telling reason first. */
export interface TalkExplanation {
  readonly cost: CostParts;
  readonly total: number;
  readonly reasons: readonly PlanReason[];
}

/** Explains the talk that a newcomer has in this schedule; undefined when there is none. */
export function explainTalk(newcomer: string, schedule: Schedule): TalkExplanation | undefined {
  const [talk] = schedule.talks.byNewcomer.get(newcomer) ?? [];
  if (!talk) return undefined;
  const cost = marginalCost(talk, withoutTalkOf(newcomer, schedule));
  return { cost, total: totalOf(cost), reasons: reasonsOf(talk, schedule) };
}

function reasonsOf(talk: PlacedTalk, schedule: Schedule): readonly PlanReason[] {
  const others = othersInVisit(talk, schedule);
  const late = daysLate(talk, schedule);
  const { newcomer, room, interpreter } = talk;
  return [
    languageReason(talk),
    ...(others > 0 ? [{ id: 'shared-visit', count: others } as const] : []),
    ...(newcomer.wheelchair && room?.accessible ? [{ id: 'step-free-room' } as const] : []),
    ...(newcomer.gender && interpreter?.gender === newcomer.gender ? [{ id: 'wished-gender' } as const] : []),
    late > 0 ? { id: 'late', count: late } : { id: 'in-time' },
  ];
}

function languageReason({ candidate, newcomer }: PlacedTalk): PlanReason {
  const isFirst = candidate.lang === newcomer.languages[0]?.lang;
  const byProvision = {
    caseworker: 'caseworker-speaks-language',
    interpreter: isFirst ? 'interpreter-speaks-language' : 'relay-language',
    relay: 'relay-language',
    german: 'german-is-understood',
  } as const satisfies Record<ReturnType<typeof provisionOf>, PlanReasonId>;
  return { id: byProvision[provisionOf(candidate, newcomer)] };
}

function othersInVisit(talk: PlacedTalk, schedule: Schedule): number {
  if (!talk.interpreter) return 0;
  const visits = visitsOf(schedule.talks.byInterpreter.get(talk.interpreter.id) ?? []);
  const visit = visits.find(({ talks }) => talks.includes(talk));
  return (visit?.talks.length ?? 1) - 1;
}
