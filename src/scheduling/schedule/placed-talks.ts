import type { PlacedTalk } from './placed-talk.js';

type TalksById = ReadonlyMap<string, readonly PlacedTalk[]>;

/** Placed talks by whom they take; each list is sorted by start. */
export interface PlacedTalks {
  readonly byNewcomer: TalksById;
  readonly byCaseworker: TalksById;
  readonly byRoom: TalksById;
  readonly byInterpreter: TalksById;
}

export const noTalks: PlacedTalks = {
  byNewcomer: new Map(),
  byCaseworker: new Map(),
  byRoom: new Map(),
  byInterpreter: new Map(),
};

/** The index with more talks in it. */
export function withTalks(added: readonly PlacedTalk[], talks: PlacedTalks): PlacedTalks {
  return {
    byNewcomer: extended(talks.byNewcomer, added, (talk) => talk.newcomer.id),
    byCaseworker: extended(talks.byCaseworker, added, (talk) => talk.caseworker.id),
    byRoom: extended(talks.byRoom, added, (talk) => talk.room?.id),
    byInterpreter: extended(talks.byInterpreter, added, (talk) => talk.interpreter?.id),
  };
}

/** The index without any talk of one newcomer. */
export function withoutTalk(newcomer: string, talks: PlacedTalks): PlacedTalks {
  const gone = new Set(talks.byNewcomer.get(newcomer));
  if (gone.size === 0) return talks;
  return {
    byNewcomer: reduced(talks.byNewcomer, gone),
    byCaseworker: reduced(talks.byCaseworker, gone),
    byRoom: reduced(talks.byRoom, gone),
    byInterpreter: reduced(talks.byInterpreter, gone),
  };
}

function extended(
  index: TalksById,
  added: readonly PlacedTalk[],
  idOf: (talk: PlacedTalk) => string | undefined,
): TalksById {
  const fresh = new Map<string, PlacedTalk[]>();
  for (const talk of added) {
    const id = idOf(talk);
    if (id === undefined) continue;
    const list = fresh.get(id);
    if (list) list.push(talk);
    else fresh.set(id, [...(index.get(id) ?? []), talk]);
  }
  for (const list of fresh.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return new Map([...index, ...fresh]);
}

function reduced(index: TalksById, gone: ReadonlySet<PlacedTalk>): TalksById {
  return new Map([...index].map(([id, list]) => [id, list.filter((talk) => !gone.has(talk))]));
}
