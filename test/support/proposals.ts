import { proposeTalks } from '../../src/scheduling/propose-talks.js';
import type { Obstacle, Proposal, ProposalRequest } from '../../src/scheduling/proposals/proposal.js';
import type { Schedule } from '../../src/scheduling/schedule/schedule.js';
import { scheduleFor, type Question } from './scheduling-builders.js';

export function proposalsIn(schedule: Schedule, request: Partial<ProposalRequest> = {}): readonly Proposal[] {
  const answer = proposeTalks({ newcomer: 'N1', limit: 5, ...request }, schedule);
  if (answer.kind === 'impossible') throw new Error(JSON.stringify(answer.obstacles));
  return answer.proposals;
}

export function proposals(question: Question, request: Partial<ProposalRequest> = {}): readonly Proposal[] {
  return proposalsIn(scheduleFor(question), request);
}

export function best(question: Question, request: Partial<ProposalRequest> = {}): Proposal {
  return proposals(question, request)[0]!;
}

export function obstacles(question: Question, request: Partial<ProposalRequest> = {}): readonly Obstacle[] {
  const answer = proposeTalks({ newcomer: 'N1', limit: 5, ...request }, scheduleFor(question));
  return answer.kind === 'impossible' ? answer.obstacles : [];
}

export function starts(found: readonly Proposal[]): readonly string[] {
  return found.map(({ candidate }) => candidate.start);
}
