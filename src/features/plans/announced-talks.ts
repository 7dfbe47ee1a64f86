import { buildSchedule, leewayOf, type Leeway } from '../../scheduling/index.js';
import { isOverridable, namesOf, type OfficeWorld, type TalkView } from '../talks/index.js';
import type { AnnouncedPolicy } from './plan-record.js';
import type { AnnouncedObstacle } from './plan-move.js';

/** An announced talk that a run may move, and what is in its way where it is. */
export interface LooseTalk {
  readonly talk: TalkView;
  /** null: it could stay. */
  readonly obstacle: AnnouncedObstacle | null;
}

/** Who said yes has arranged the day around it: a change counts twice. */
const CONFIRMED_TIMES = 2;

/** How many times the office's price of a change counts for a talk. */
export function timesOf({ state }: Pick<TalkView, 'state'>): number {
  return state === 'confirmed' ? CONFIRMED_TIMES : 1;
}

/** Which of the coming talks a run may move, by household. The world has every one of them in its place. */
export function looseTalks(
  coming: readonly TalkView[],
  policy: AnnouncedPolicy,
  world: OfficeWorld,
): ReadonlyMap<number, LooseTalk> {
  const schedule = buildSchedule(world.snapshot);
  const loose = new Map<number, LooseTalk>();
  for (const talk of coming) {
    const gone = goneInterpreter(talk, world);
    const leeway = leewayOf(
      String(talk.householdId),
      schedule,
      (rule) => talk.overrideReason !== null && isOverridable(rule),
    );
    const obstacle = gone ?? obstacleOf(leeway, world);
    if (obstacle || (policy === 'worthwhile' && leeway.kind === 'may-move')) {
      loose.set(talk.householdId, { talk, obstacle });
    }
  }
  return loose;
}

function obstacleOf(leeway: Leeway, world: OfficeWorld): AnnouncedObstacle | null {
  if (leeway.kind !== 'must-move') return null;
  const { rule, subject } = leeway.obstacle;
  return { rule, names: namesOf(subject, world) };
}

/** An interpreter who left the list is not in the world at all. */
function goneInterpreter(
  { interpreterId, interpreterName }: TalkView,
  world: OfficeWorld,
): AnnouncedObstacle | null {
  if (interpreterId === null || world.interpreters.has(String(interpreterId))) return null;
  return { rule: 'interpreter-is-not-absent', names: interpreterName === null ? [] : [interpreterName] };
}
