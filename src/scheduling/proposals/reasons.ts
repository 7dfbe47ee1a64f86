import type { CostParts } from '../cost/cost-parts.js';
import { moneyFor } from '../cost/interpreter-cost.js';
import type { Provision } from '../model.js';
import { provisionOf } from '../provision-of.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { ReasonId } from './proposal.js';
import type { Question } from './question.js';

const MOST_REASONS = 3;
const NEAR_MINUTES = 24 * 60;

/** What speaks for a talk, the most telling first. `earliestStart` is the first at which anything is possible. */
export function reasonsFor(
  talk: PlacedTalk,
  cost: CostParts,
  { question, earliestStart }: { readonly question: Question; readonly earliestStart: number },
): readonly ReasonId[] {
  const reasons: (ReasonId | undefined)[] = [
    talk.newcomer.wheelchair && talk.room?.accessible ? 'step-free-room' : undefined,
    understandingReason(talk),
    ...interpreterReasons(talk, cost),
    isNear(talk, question) ? 'near-wished-time' : undefined,
    ...samenessReasons(talk, question),
    talk.day === question.schedule.zone.dayOf(earliestStart) ? 'earliest-day' : undefined,
    talk.day <= talk.newcomer.dueDay ? 'before-due-date' : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined).slice(0, MOST_REASONS);
}

const byProvision: Readonly<Record<Provision, ReasonId>> = {
  caseworker: 'caseworker-speaks-language',
  interpreter: 'interpreter-speaks-language',
  german: 'german-is-understood',
  relay: 'relay-language',
};

function understandingReason({ candidate, newcomer }: PlacedTalk): ReasonId {
  const provision = provisionOf(candidate, newcomer);
  const isFirst = candidate.lang === newcomer.languages[0]?.lang;
  return provision === 'interpreter' && !isFirst ? 'relay-language' : byProvision[provision];
}

function interpreterReasons(talk: PlacedTalk, cost: CostParts): readonly (ReasonId | undefined)[] {
  if (!talk.interpreter) return [];
  const wished = talk.newcomer.gender;
  return [
    cost.money < moneyFor([talk]) ? 'interpreter-is-there-anyway' : undefined,
    wished !== null && wished === talk.interpreter.gender ? 'wished-gender' : undefined,
  ];
}

function samenessReasons(talk: PlacedTalk, { schedule }: Question): readonly (ReasonId | undefined)[] {
  const told = schedule.appointments.get(talk.newcomer.id);
  if (!told) return [];
  return [
    talk.interpreter && told.interpreter === talk.interpreter.id ? 'same-interpreter' : undefined,
    told.caseworker === talk.caseworker.id ? 'same-caseworker' : undefined,
  ];
}

function isNear(talk: PlacedTalk, { near }: Question): boolean {
  return near !== undefined && Math.abs(talk.start - near) <= NEAR_MINUTES;
}
