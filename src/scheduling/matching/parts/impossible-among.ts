import type { Snapshot } from '../../model.js';
import { buildSchedule } from '../../schedule/schedule.js';
import { boardOf } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import { impossibleOn } from '../board/impossible.js';
import { problemOf } from '../problem/problem.js';

/** Those of some newcomers who could not have a talk even if nobody but the pinned had one, by id. */
export function impossibleAmong(ids: ReadonlySet<string>, snapshot: Snapshot): readonly string[] {
  const pinned = snapshot.appointments.filter((one) => one.pinned);
  const inTheWay = new Set(pinned.map(({ newcomer }) => newcomer));
  const newcomers = snapshot.newcomers.flatMap((newcomer) => {
    if (ids.has(newcomer.id)) return [newcomer];
    return inTheWay.has(newcomer.id) ? [{ ...newcomer, modes: [], sites: [] }] : [];
  });
  const appointments = snapshot.appointments.filter(({ newcomer, pinned }) => pinned || ids.has(newcomer));
  const board = boardOf(problemOf(buildSchedule({ ...snapshot, newcomers, appointments })));
  placeFixed(board);
  return impossibleOn(board);
}
