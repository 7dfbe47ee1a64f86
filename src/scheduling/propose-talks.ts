import { totalOf } from './cost/cost-parts.js';
import { marginalCost } from './cost/marginal-cost.js';
import { fittingPlaces } from './proposals/fitting-places.js';
import { obstaclesFor } from './proposals/obstacles.js';
import { optionsFor, type Option } from './proposals/options.js';
import { inOrder } from './proposals/order.js';
import { placeTalk } from './proposals/place-talk.js';
import { placesOf } from './proposals/place.js';
import type { Proposal, ProposalAnswer, ProposalRequest } from './proposals/proposal.js';
import { questionOf, type Question } from './proposals/question.js';
import { reasonsFor } from './proposals/reasons.js';
import { provisionOf } from './provision-of.js';
import { checkTalk } from './rules/check-talk.js';
import type { PlacedTalk } from './schedule/placed-talk.js';
import type { Schedule } from './schedule/schedule.js';

/** Rappen that a day away from the wished time counts: a change of interpreter outweighs it, waiting does not. */
const NEAR_RAPPEN_PER_DAY = 500;
const MINUTES_PER_DAY = 1440;

/**
 * The cheapest talks a newcomer can get beside those already placed, one per start and none before `now`; ties go to
 * the earlier start, then to ids. A request for one `start` gets one per caseworker and way of understanding.
 * Throws a RangeError for a date or time that cannot be read.
 */
export function proposeTalks(request: ProposalRequest, schedule: Schedule): ProposalAnswer {
  const question = questionOf(request, schedule);
  if (question.kind === 'unanswerable') return { kind: 'impossible', obstacles: [question.obstacle] };
  const places = placesOf(question);
  const proposals = proposalsFrom(optionsFor(fittingPlaces(places, question), question), question);
  if (proposals.length > 0) return { kind: 'proposed', proposals };
  return { kind: 'impossible', obstacles: obstaclesFor(places, question) };
}

function proposalsFrom(options: readonly Option[], question: Question): readonly Proposal[] {
  const { limit, perDay = Infinity } = question.request;
  const { zone } = question.schedule;
  const ranked = inRankOrder(options, question);
  const earliestStart = Math.min(...options.map((option) => option.start));
  const perDayTaken = new Map<number, number>();
  const proposals: Proposal[] = [];
  for (const { parts, start } of ranked) {
    if (proposals.length >= limit) break;
    const day = zone.dayOf(start);
    const taken = perDayTaken.get(day) ?? 0;
    const talk = placeTalk(parts, start, question);
    if (taken >= perDay || checkTalk(talk.candidate, question.schedule).length > 0) continue;
    perDayTaken.set(day, taken + 1);
    proposals.push(proposalOf(talk, { question, earliestStart }));
  }
  return proposals;
}

/** By cost, the distance from the wished time included, then start, then ids. */
function inRankOrder(options: readonly Option[], { near }: Question): readonly Option[] {
  const distance = (start: number): number =>
    near === undefined ? 0 : (Math.abs(start - near) / MINUTES_PER_DAY) * NEAR_RAPPEN_PER_DAY;
  return [...options].sort(
    inOrder<Option>([
      ({ cost, start }) => cost + distance(start),
      ({ start }) => start,
      ({ parts }) => parts.caseworker.id,
    ]),
  );
}

function proposalOf(
  talk: PlacedTalk,
  context: { readonly question: Question; readonly earliestStart: number },
): Proposal {
  const cost = marginalCost(talk, context.question.schedule);
  return {
    candidate: talk.candidate,
    provision: provisionOf(talk.candidate, talk.newcomer),
    cost,
    total: totalOf(cost),
    reasons: reasonsFor(talk, cost, context),
  };
}
