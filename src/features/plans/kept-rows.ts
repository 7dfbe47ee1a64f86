import {
  addTalks,
  buildSchedule,
  checkTalk,
  withoutTalkOf,
  type Appointment,
  type Candidate,
  type Snapshot,
} from '../../scheduling/index.js';
import type { LooseTalk } from './announced-talks.js';
import { isKeptByRerun } from './plan.js';
import { candidateOfPlace } from './plan-place.js';
import type { PlanRow } from './plan-rows.repository.js';

/** The world of a new run, its announced talks in their places, and those of them that it may move. */
interface RerunWorld {
  readonly snapshot: Snapshot;
  readonly loose: ReadonlyMap<number, LooseTalk>;
}

/** Rows that somebody decided on, as far as their place is still free; the others are planned anew. */
export function keptRows(
  rows: readonly PlanRow[],
  { snapshot, loose }: RerunWorld,
): ReadonlyMap<number, PlanRow> {
  const known = new Set(snapshot.newcomers.map(({ id }) => id));
  const wanted = rows.filter(
    ({ state, householdId, moves }) =>
      isKeptByRerun(state) && known.has(String(householdId)) && loose.has(householdId) === (moves !== null),
  );
  const kept = new Map<number, PlanRow>();
  let schedule = wanted.reduce(
    (around, { householdId }) => withoutTalkOf(String(householdId), around),
    buildSchedule(snapshot),
  );
  for (const row of wanted) {
    const candidate = candidateOfPlace(row.householdId, row.place);
    if (checkTalk(candidate, schedule).length > 0) continue;
    kept.set(row.householdId, row);
    schedule = addTalks([candidate], schedule);
  }
  return kept;
}

/** The snapshot in which kept rows are talks that stay, also those that move an announced talk. */
export function withKept(snapshot: Snapshot, kept: ReadonlyMap<number, PlanRow>): Snapshot {
  const own = new Set([...kept.keys()].map(String));
  const appointments = [...kept.values()].map(({ householdId, place }): Appointment => ({
    ...candidateOfPlace(householdId, place),
    pinned: true,
    weight: 1,
  }));
  const others = snapshot.appointments.filter(({ newcomer }) => !own.has(newcomer));
  return { ...snapshot, appointments: [...others, ...appointments] };
}

/** Proposals of the edition before that may still be booked: the new run leaves them where they are when nothing is gained. */
export function draftsOf(
  rows: readonly PlanRow[],
  kept: ReadonlyMap<number, PlanRow>,
  snapshot: Snapshot,
): Candidate[] {
  const schedule = buildSchedule(snapshot);
  return rows
    .filter(
      ({ state, householdId, moves }) => state === 'proposed' && moves === null && !kept.has(householdId),
    )
    .map(({ householdId, place }) => candidateOfPlace(householdId, place))
    .filter((candidate) => checkTalk(candidate, schedule).length === 0);
}
