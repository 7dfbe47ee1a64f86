import {
  buildSchedule,
  explainTalk,
  provisionOf,
  type Candidate,
  type MoveCause,
  type Schedule,
} from '../../scheduling/index.js';
import { interpreterModeOf, type OfficeWorld } from '../talks/index.js';
import { markOf } from './plan.js';
import { costOf, type ChosenRow, type PlanPlace } from './plan-place.js';
import type { PlanQuestion } from './plan-questions.js';
import { placeOfTalk, type AnnouncedObstacle, type MoveReason, type RowMove } from './plan-move.js';
import type { NewRow } from './plan-rows.repository.js';
import type { SettledAnswer } from './settled-answer.js';

/** The rows of a finished run: kept ones as they stood, the others as proposals with their difference. */
export function rowsOf(question: PlanQuestion, { talks, moves }: SettledAnswer): NewRow[] {
  const { snapshot, world } = question;
  const schedule = buildSchedule(snapshot, talks);
  const shown = new Set([
    ...question.householdIds.map(String),
    ...moves.keys(),
    ...[...question.kept.keys()].map(String),
  ]);
  return talks
    .filter(({ newcomer }) => shown.has(newcomer))
    .map((talk) => ({
      ...newRow(chosenRow(talk, schedule, world), question),
      moves: moveOf(Number(talk.newcomer), question, moves.get(talk.newcomer)),
    }));
}

/** A kept row moves its talk for the reason it had. */
function moveOf(
  householdId: number,
  { loose, kept }: PlanQuestion,
  cause: MoveCause | undefined,
): RowMove | null {
  const announced = loose.get(householdId);
  if (!announced) return null;
  const { talk, obstacle } = announced;
  return {
    talkId: talk.id,
    version: talk.version,
    isConfirmed: talk.state === 'confirmed',
    place: placeOfTalk(talk),
    why: kept.get(householdId)?.moves?.why ?? reasonOf(obstacle, cause),
  };
}

function reasonOf(obstacle: AnnouncedObstacle | null, cause: MoveCause | undefined): MoveReason {
  if (obstacle) return { kind: 'absence', ...obstacle };
  if (cause?.kind === 'saves') return cause;
  // talks that nobody plans here, such as those of other offices, have no household of ours
  const newcomers = cause?.kind === 'makes-room' ? cause.newcomers : [];
  return { kind: 'makes-room', householdIds: newcomers.map(Number).filter(Number.isInteger) };
}

function newRow(chosen: ChosenRow, { before, kept, plan, office }: PlanQuestion): Omit<NewRow, 'moves'> {
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
    .map(({ householdId, place, reasons, cost, minutes, proposed, moves }) => ({
      householdId,
      place,
      reasons,
      cost,
      minutes,
      proposed,
      moves,
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
