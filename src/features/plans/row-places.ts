import { Injectable } from '@nestjs/common';
import {
  addTalks,
  explainTalk,
  proposeTalks,
  type ProposalRequest,
  type Schedule,
} from '../../scheduling/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { namesOf, slotOf, type FreeSlotsAnswer, type OfficeWorld } from '../talks/index.js';
import { scheduleAround } from './plan-changes.js';
import { candidateOfPlace, costOf, type RowCost } from './plan-place.js';
import { PlanWorlds } from './plan-worlds.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

/** Which other places are wanted for a row; what is left out narrows nothing. Dates are local, both included. */
export interface RowPlacesQuestion {
  readonly limit: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly perDay?: number | undefined;
  readonly caseworkerId?: number | undefined;
  readonly roomId?: number | undefined;
  readonly interpreterId?: number | undefined;
}

/** A row, what it costs beside the present others, and where else its talk could be. */
export interface RowPlaces {
  readonly row: PlanRow;
  readonly cost: RowCost;
  readonly answer: FreeSlotsAnswer;
}

/** A row of a plan and the office as it is now with the other rows in it. */
export interface RowWorld {
  readonly row: PlanRow;
  readonly world: OfficeWorld;
  readonly schedule: Schedule;
}

/** Finds other places for one row of a plan, priced beside all the others. */
@Injectable()
export class RowPlacesQueries {
  constructor(
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly worlds: PlanWorlds,
  ) {}

  /** Throws `plan-not-found` and `plan-row-not-found`. */
  async run(
    officeId: number,
    at: { readonly planId: string; readonly householdId: number },
    question: RowPlacesQuestion,
  ): Promise<RowPlaces> {
    const { row, world, schedule } = await this.world(officeId, at);
    const answer = proposeTalks(requestOf(row, question), schedule);
    const cost = presentCost(row, schedule);
    if (answer.kind === 'impossible') {
      const obstacles = answer.obstacles.map(({ rule, count, subject, lang }) => ({
        rule,
        count,
        names: namesOf(subject, world),
        ...(lang === undefined ? {} : { language: lang }),
      }));
      return { row, cost, answer: { kind: 'impossible', obstacles } };
    }
    const slots = answer.proposals.map((proposal) => slotOf(proposal, row.minutes, world));
    return { row, cost, answer: { kind: 'proposed', slots } };
  }

  /** The office as it is now, with every other row of the plan in it. */
  async world(
    officeId: number,
    { planId, householdId }: { readonly planId: string; readonly householdId: number },
  ): Promise<RowWorld> {
    const plan = await this.plans.get(officeId, planId);
    const rows = await this.rows.of(planId);
    const row = rows.find((candidate) => candidate.householdId === householdId);
    if (!row) throw new DomainError('plan-row-not-found', 'not-found');
    const world = await this.worlds.load(plan, {
      householdIds: rows.filter(({ moves }) => moves === null).map((other) => other.householdId),
      moving: rows.filter(({ moves }) => moves !== null).map(movedTalk),
    });
    return { row, world, schedule: scheduleAround(householdId, rows, world) };
  }
}

function movedTalk({ householdId, moves }: PlanRow): { householdId: number; interpreterId: number | null } {
  return { householdId, interpreterId: moves?.place.interpreterId ?? null };
}

function requestOf({ householdId }: PlanRow, question: RowPlacesQuestion): ProposalRequest {
  const { limit, from, to, perDay, caseworkerId, roomId, interpreterId } = question;
  return {
    newcomer: String(householdId),
    limit,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(perDay === undefined ? {} : { perDay }),
    ...(caseworkerId === undefined ? {} : { caseworker: String(caseworkerId) }),
    ...(roomId === undefined ? {} : { room: String(roomId) }),
    ...(interpreterId === undefined ? {} : { interpreter: String(interpreterId) }),
  };
}

/** What the row costs where it is; what it cost when it was written if that place is not there any more. */
function presentCost(row: PlanRow, schedule: Schedule): RowCost {
  const candidate = candidateOfPlace(row.householdId, row.place);
  const isKnown =
    schedule.newcomers.has(candidate.newcomer) &&
    schedule.caseworkers.has(candidate.caseworker) &&
    (candidate.interpreter === null || schedule.interpreters.has(candidate.interpreter));
  if (!isKnown) return row.cost;
  return costOf(explainTalk(candidate.newcomer, addTalks([candidate], schedule)));
}
