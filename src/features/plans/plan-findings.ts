import {
  buildSchedule,
  explainTalk,
  provisionOf,
  type Candidate,
  type Schedule,
} from '../../scheduling/index.js';
import { interpreterModeOf, type OfficeWorld } from '../talks/index.js';
import { markOf } from './plan.js';
import { costOf, type ChosenRow, type PlanPlace } from './plan-place.js';
import type { PlanQuestion } from './plan-questions.js';
import type { NewRow } from './plan-rows.repository.js';

/** The rows of a finished run: kept ones as they stood, the others as proposals with their difference. */
export function rowsOf(question: PlanQuestion, talks: readonly Candidate[]): NewRow[] {
  const { snapshot, world } = question;
  const schedule = buildSchedule(snapshot, talks);
  const asked = new Set(question.householdIds.map(String));
  return talks
    .filter(({ newcomer }) => asked.has(newcomer))
    .map((talk) => newRow(chosenRow(talk, schedule, world), question));
}

function newRow(chosen: ChosenRow, { before, kept, plan, office }: PlanQuestion): NewRow {
  const was = before.get(chosen.householdId);
  const stays = kept.get(chosen.householdId);
  const minutes = office.policies.talkMinutes;
  if (stays) return { ...chosen, minutes, state: stays.state, mark: null, proposed: stays.proposed };
  const mark = plan.basedOn === null ? null : markOf(chosen.place, was?.place);
  return {
    ...chosen,
    minutes,
    state: 'proposed',
    mark,
    proposed: mark === 'moved' ? (was?.place ?? null) : null,
  };
}

/** Rows that somebody left out stay left out: the run does not look at their households. */
export function leftOutRows({ before }: PlanQuestion): NewRow[] {
  return [...before.values()]
    .filter(({ state }) => state === 'left-out')
    .map(({ householdId, place, reasons, cost, minutes, proposed }) => ({
      householdId,
      place,
      reasons,
      cost,
      minutes,
      proposed,
      state: 'left-out',
      mark: null,
    }));
}

/** A talk that is placed in the schedule, with its names, its reasons and what it adds to the cost of the others. */
export function chosenRow(candidate: Candidate, schedule: Schedule, world: OfficeWorld): ChosenRow {
  const explanation = explainTalk(candidate.newcomer, schedule);
  const languages = schedule.newcomers.get(candidate.newcomer)?.languages ?? [];
  return {
    householdId: Number(candidate.newcomer),
    place: { ...placeOf(candidate, world), provision: provisionOf(candidate, { languages }) },
    reasons: explanation?.reasons ?? [],
    cost: costOf(explanation),
  };
}

function placeOf(candidate: Candidate, world: OfficeWorld): Omit<PlanPlace, 'provision'> {
  const { mode, site, room, caseworker, interpreter, lang, start } = candidate;
  return {
    startsAt: new Date(start).toISOString(),
    mode,
    siteId: numberOf(site),
    siteName: site === null ? null : (world.siteNames.get(site) ?? null),
    roomId: numberOf(room),
    roomName: room === null ? null : (world.rooms.get(room)?.name ?? null),
    caseworkerId: Number(caseworker),
    caseworkerName: world.caseworkerNames.get(caseworker) ?? '',
    interpreterId: numberOf(interpreter),
    interpreterName: interpreter === null ? null : (world.interpreters.get(interpreter)?.name ?? null),
    interpreterMode: interpreterModeOf(candidate, world),
    language: lang,
  };
}

function numberOf(id: string | null): number | null {
  return id === null ? null : Number(id);
}
