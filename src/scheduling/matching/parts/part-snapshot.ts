import type { Candidate, Interpreter, Newcomer, Snapshot } from '../../model.js';
import type { Part } from './parts.js';

/** What is planned in one go: the newcomers of a part with the interpreters of a pool, beside all other talks. */
export interface PartQuestion {
  readonly part: Part;
  /** Ids of the interpreters whose talks may change. */
  readonly pool: ReadonlySet<string>;
  /** The plan of the whole snapshot so far, pinned talks included, by newcomer. */
  readonly plan: ReadonlyMap<string, Candidate>;
}

/** A snapshot of its own, and the talks to start from; every other talk that matters is pinned in it. */
export interface PartTask {
  readonly snapshot: Snapshot;
  readonly start: readonly Candidate[];
}

/**
 * The part as a snapshot that can be planned by itself: whatever is placed in it breaks no rule in the whole, and
 * changes the cost of the whole by as much. Talks elsewhere of interpreters of the pool, and talks here with
 * interpreters outside the pool, are pinned where they are.
 */
export function partTask(whole: Snapshot, { part, pool, plan }: PartQuestion): PartTask {
  const own = new Set(part.newcomers);
  const pinned = new Set(whole.appointments.filter((one) => one.pinned).map(({ newcomer }) => newcomer));
  const isMovable = ({ newcomer, interpreter }: Candidate): boolean =>
    own.has(newcomer) && !pinned.has(newcomer) && (interpreter === null || pool.has(interpreter));
  const isHere = ({ newcomer, interpreter }: Candidate): boolean =>
    own.has(newcomer) || (interpreter !== null && pool.has(interpreter));
  const talks = [...plan.values()].filter(isHere).sort((a, b) => (a.newcomer < b.newcomer ? -1 : 1));
  const fixed = talks.filter((talk) => !isMovable(talk));
  const fixedHere = new Set(fixed.map(({ newcomer }) => newcomer));
  const announced = whole.appointments.filter(
    ({ newcomer }) => own.has(newcomer) && !fixedHere.has(newcomer),
  );
  const appointments = [...announced, ...fixed.map((talk) => ({ ...talk, pinned: true, weight: 0 }))];
  return {
    snapshot: { ...whole, ...peopleOf(whole, { part, pool, appointments }), appointments },
    start: talks.filter(isMovable),
  };
}

type People = Pick<Snapshot, 'sites' | 'rooms' | 'caseworkers' | 'interpreters' | 'newcomers'>;

/** Everybody of the part and the pool; those who are only named by a talk are there without hours. */
function peopleOf(
  whole: Snapshot,
  { part, pool, appointments }: Pick<PartQuestion, 'part' | 'pool'> & Pick<Snapshot, 'appointments'>,
): People {
  const named = {
    newcomers: new Set(appointments.map(({ newcomer }) => newcomer)),
    caseworkers: new Set(appointments.map(({ caseworker }) => caseworker)),
    interpreters: new Set(appointments.map(({ interpreter }) => interpreter)),
    sites: new Set(appointments.map(({ site }) => site)),
  };
  const own = new Set(part.newcomers);
  return {
    sites: chosen(whole.sites, { full: part.sites, named: named.sites }, (site) => ({ ...site, weekly: [] })),
    rooms: whole.rooms.filter(({ site }) => part.sites.has(site)),
    caseworkers: whole.caseworkers.flatMap((person) => {
      if (part.offices.has(person.office)) return [person];
      return named.caseworkers.has(person.id) ? [{ ...person, weekly: [], video: false }] : [];
    }),
    interpreters: chosen(whole.interpreters, { full: pool, named: named.interpreters }, withoutHours),
    newcomers: chosen(whole.newcomers, { full: own, named: named.newcomers }, withoutWays),
  };
}

function withoutHours(interpreter: Interpreter): Interpreter {
  return { ...interpreter, weekly: [], extra: [] };
}

function withoutWays(newcomer: Newcomer): Newcomer {
  return { ...newcomer, modes: [], sites: [] };
}

/** Those who are wanted with all they have, and bare those who are only named. */
function chosen<T extends { readonly id: string }>(
  list: readonly T[],
  { full, named }: { full: ReadonlySet<string>; named: ReadonlySet<string | null> },
  bare: (item: T) => T,
): readonly T[] {
  return list.flatMap((item) => {
    if (full.has(item.id)) return [item];
    return named.has(item.id) ? [bare(item)] : [];
  });
}
