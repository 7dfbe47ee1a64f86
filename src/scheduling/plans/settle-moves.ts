import type { Appointment, Candidate, Snapshot } from '../model.js';
import { checkTalk } from '../rules/check-talk.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import { resolveTalk } from '../schedule/resolve-talk.js';
import { addTalks, buildSchedule, withoutTalkOf, type Schedule } from '../schedule/schedule.js';
import { explainTalk } from './explain-talk.js';

/**
 * Why an announced talk moves: it costs the office less beside the others as planned, or others are where it was.
 * `impossible`: it cannot be held where it was announced.
 */
export type MoveCause =
  | { readonly kind: 'saves'; readonly rappen: number }
  | { readonly kind: 'makes-room'; readonly newcomers: readonly string[] }
  | { readonly kind: 'impossible' };

/** A plan in which an announced talk moves only for a reason. */
export interface SettledPlan {
  readonly talks: readonly Candidate[];
  /** By newcomer. */
  readonly moves: ReadonlyMap<string, MoveCause>;
}

/** Takes back every move of these newcomers' announced talks that gains nothing, and says of the others why they move. */
export function settleMoves(
  talks: readonly Candidate[],
  snapshot: Snapshot,
  announced: ReadonlySet<string>,
): SettledPlan {
  let schedule = buildSchedule(snapshot, talks);
  let moves = new Map<string, MoveCause>();
  let isSettled = false;
  // a talk that goes back may free the place that another one left for it
  while (!isSettled) {
    isSettled = true;
    moves = new Map();
    for (const [newcomer, was] of moved(schedule, announced)) {
      const back = addTalks([was], withoutTalkOf(newcomer, schedule));
      const cause = causeOf(newcomer, was, { schedule, back });
      if (cause) moves.set(newcomer, cause);
      else {
        schedule = { ...back, appointments: schedule.appointments };
        isSettled = false;
      }
    }
  }
  return { talks: [...schedule.talks.byNewcomer.values()].flat().map(({ candidate }) => candidate), moves };
}

/** True when nobody would notice a difference between the two. */
export function isSamePlace(a: Candidate, b: Candidate): boolean {
  return (
    a.start === b.start &&
    a.mode === b.mode &&
    a.room === b.room &&
    a.caseworker === b.caseworker &&
    a.interpreter === b.interpreter &&
    a.interpreterMode === b.interpreterMode &&
    a.lang === b.lang
  );
}

function moved(schedule: Schedule, announced: ReadonlySet<string>): (readonly [string, Appointment])[] {
  return [...announced].flatMap((newcomer) => {
    const was = schedule.appointments.get(newcomer);
    const [now] = schedule.talks.byNewcomer.get(newcomer) ?? [];
    return was && !was.pinned && now && !isSamePlace(now.candidate, was) ? [[newcomer, was] as const] : [];
  });
}

/** Undefined when moving gains nothing. */
function causeOf(
  newcomer: string,
  was: Appointment,
  { schedule, back }: { readonly schedule: Schedule; readonly back: Schedule },
): MoveCause | undefined {
  const without = withoutTalkOf(newcomer, schedule);
  if (checkTalk(was, without).length > 0) {
    const newcomers = inTheWay(was, without);
    return newcomers.length > 0 ? { kind: 'makes-room', newcomers } : { kind: 'impossible' };
  }
  const rappen = (explainTalk(newcomer, back)?.total ?? 0) - (explainTalk(newcomer, schedule)?.total ?? 0);
  return rappen > 0 ? { kind: 'saves', rappen } : undefined;
}

/** Whose talks take what this talk would need. */
function inTheWay(was: Candidate, schedule: Schedule): string[] {
  const resolved = resolveTalk(was, schedule);
  if (resolved.kind === 'unknown') return [];
  const { talk } = resolved;
  const { byRoom, byCaseworker, byInterpreter } = schedule.talks;
  const others = [
    ...(byRoom.get(talk.room?.id ?? '') ?? []),
    ...(byCaseworker.get(talk.caseworker.id) ?? []),
    ...(byInterpreter.get(talk.interpreter?.id ?? '') ?? []),
  ];
  const overlapping = others.filter((other) => overlap(talk, other));
  return [...new Set(overlapping.map(({ newcomer }) => newcomer.id))];
}

function overlap(a: PlacedTalk, b: PlacedTalk): boolean {
  return a.start < b.bufferEnd && b.start < a.bufferEnd;
}
