import type { Interpreter, Newcomer, Snapshot } from '../../model.js';
import { reaches } from './lanes.js';
import type { Part } from './parts.js';

type Pools = ReadonlyMap<Part, ReadonlySet<string>>;

/**
 * Each interpreter for one part, so that every part can be planned by itself: where the trip is cheapest, or, for those
 * who work from afar only, where most newcomers of their language for each of them could be served from afar.
 */
export function firstPools({ interpreters, newcomers }: Snapshot, parts: readonly Part[]): Pools {
  const pools = new Map<Part, Set<string>>(parts.map((part) => [part, new Set()]));
  const shortages = new Map(parts.map((part) => [part, shortageOf(part, newcomers)]));
  for (const interpreter of interpreters) {
    const open = parts.filter((part) => reaches(interpreter, part));
    const score = (part: Part): number =>
      -tripTo(interpreter, part) || (shortages.get(part)?.of(interpreter) ?? 0);
    const [first, ...others] = open;
    if (!first) continue;
    const best = others.reduce((a, b) => (score(b) > score(a) ? b : a), first);
    pools.get(best)?.add(interpreter.id);
    shortages.get(best)?.serve(interpreter);
  }
  return pools;
}

/** Rappen of the cheapest trip to a site of the part; 0 for somebody who never travels. */
function tripTo({ onsite, travel }: Interpreter, { sites }: Part): number {
  const trips = onsite === null ? [] : Object.entries(travel);
  if (trips.length === 0) return 0;
  return Math.min(...trips.map(([site, price]) => (sites.has(site) ? price + 1 : Infinity)));
}

interface Shortage {
  /** Newcomers who could be served from afar for each interpreter of the language, the present one included. */
  readonly of: (interpreter: Interpreter) => number;
  readonly serve: (interpreter: Interpreter) => void;
}

function shortageOf(part: Part, newcomers: readonly Newcomer[]): Shortage {
  const own = new Set(part.newcomers);
  const wanted = new Map<string, number>();
  const there = new Map<string, number>();
  for (const { id, remoteInterpreter, modes, languages } of newcomers)
    if (own.has(id) && (remoteInterpreter || modes.includes('video')))
      raise(wanted, languages[0]?.lang ?? '');
  return {
    of: ({ languages }) =>
      Math.max(0, ...languages.map(({ lang }) => (wanted.get(lang) ?? 0) / (1 + (there.get(lang) ?? 0)))),
    serve: ({ languages }) => {
      for (const { lang } of languages) raise(there, lang);
    },
  };
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
