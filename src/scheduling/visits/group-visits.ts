/** One talk that an interpreter is there for. Minutes since 1970-01-01T00:00Z; `day` is the local day. */
export interface StayTalk {
  readonly id: string;
  /** null: nobody's time is kept at this moment; such talks stay together as they were. */
  readonly interpreter: string | null;
  /** A site, or what stands for one way of working from afar: a visit is paid as one. */
  readonly place: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** The visit that the talk was part of until now. */
  readonly visit: string | null;
}

/** Talks that are requested, answered, paid and cancelled as one, sorted by start. */
interface Stay {
  readonly interpreter: string | null;
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly talks: readonly StayTalk[];
}

/** A stay with the visit it goes on being; null: it is a new one. */
export interface VisitOfStay {
  readonly visit: string | null;
  readonly stay: Stay;
}

/**
 * The visits these talks make: talks of one interpreter at one place on one local day, as long as no wait between two
 * is longer than `longestWait` minutes. A visit keeps its name where most of its talks are; a name is given once.
 */
export function groupVisits(
  talks: readonly StayTalk[],
  longestWait: (interpreter: string | null) => number,
): readonly VisitOfStay[] {
  const inOrder = [...talks].sort(
    (a, b) => keyOf(a).localeCompare(keyOf(b)) || a.start - b.start || a.end - b.end,
  );
  const stays: Stay[] = [];
  for (const talk of inOrder) {
    const last = stays.at(-1);
    if (last && continues(last, talk, longestWait(talk.interpreter)))
      stays[stays.length - 1] = extended(last, talk);
    else stays.push({ ...talk, talks: [talk] });
  }
  return named(
    stays.map(({ interpreter, place, start, end, talks: of }) => ({
      interpreter,
      place,
      start,
      end,
      talks: of,
    })),
  );
}

function keyOf({ interpreter, place, day, visit }: StayTalk): string {
  return [interpreter ?? `nobody:${visit ?? ''}`, place, day].join('|');
}

function continues(stay: Stay, talk: StayTalk, longestWait: number): boolean {
  const last = stay.talks.at(-1);
  return last !== undefined && keyOf(last) === keyOf(talk) && talk.start - stay.end <= longestWait;
}

function extended(stay: Stay, talk: StayTalk): Stay {
  return { ...stay, end: Math.max(stay.end, talk.end), talks: [...stay.talks, talk] };
}

function named(stays: readonly Stay[]): readonly VisitOfStay[] {
  const claims = stays.flatMap((stay) => claimsOf(stay));
  claims.sort((a, b) => b.talks - a.talks || a.visit.localeCompare(b.visit) || a.stay.start - b.stay.start);
  const visitOf = new Map<Stay, string>();
  const given = new Set<string>();
  for (const { stay, visit } of claims) {
    if (visitOf.has(stay) || given.has(visit)) continue;
    visitOf.set(stay, visit);
    given.add(visit);
  }
  return stays.map((stay) => ({ visit: visitOf.get(stay) ?? null, stay }));
}

function claimsOf(stay: Stay): { readonly stay: Stay; readonly visit: string; readonly talks: number }[] {
  const counts = new Map<string, number>();
  for (const { visit } of stay.talks) if (visit !== null) counts.set(visit, (counts.get(visit) ?? 0) + 1);
  return [...counts].map(([visit, talks]) => ({ stay, visit, talks }));
}
