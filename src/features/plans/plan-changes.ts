import { addTalks, buildSchedule, withoutTalkOf, type Schedule } from '../../scheduling/index.js';
import type { OfficeWorld } from '../talks/index.js';
import { candidateOfPlace } from './plan-place.js';
import { isPublishable } from './plan.js';
import type { PlanRow } from './plan-rows.repository.js';

/**
 * The office as it is now with the other rows of a plan in it. Rows whose people or rooms are gone, or whose household
 * has got a talk meanwhile, take nobody's place.
 */
export function scheduleAround(
  householdId: number,
  rows: readonly PlanRow[],
  { snapshot }: OfficeWorld,
): Schedule {
  const moving = rows.filter(
    (row) => row.moves !== null && (row.householdId === householdId || isPublishable(row.state)),
  );
  const schedule = moving.reduce(
    (around, row) => withoutTalkOf(String(row.householdId), around),
    buildSchedule(snapshot),
  );
  const isKnown = ({ place, householdId: id }: PlanRow): boolean =>
    schedule.newcomers.has(String(id)) &&
    !schedule.talks.byNewcomer.has(String(id)) &&
    schedule.caseworkers.has(String(place.caseworkerId)) &&
    (place.roomId === null || schedule.rooms.has(String(place.roomId))) &&
    (place.interpreterId === null || schedule.interpreters.has(String(place.interpreterId)));
  const others = rows.filter(
    (row) => row.householdId !== householdId && isPublishable(row.state) && isKnown(row),
  );
  return addTalks(
    others.map((row) => candidateOfPlace(row.householdId, row.place)),
    schedule,
  );
}
