import type { People } from './people.js';

/** Where an office holds talks: at one site, or by video (`site` is -1). */
interface Venue {
  readonly office: string;
  readonly site: number;
}

/** The venues of all newcomers, and how to find them. */
export interface Venues {
  readonly list: readonly Venue[];
  /** Venues of a newcomer in the modes they accept. */
  readonly of: readonly (readonly number[])[];
}

/** Finds where each newcomer can come to, by their modes, sites and office. */
export function venuesOf(people: People): Venues {
  const list: Venue[] = [];
  const known = new Map<string, number>();
  const indexOf = (venue: Venue): number => {
    const key = `${venue.site} ${venue.office}`;
    const index = known.get(key) ?? list.push(venue) - 1;
    known.set(key, index);
    return index;
  };
  const of = people.newcomers.map(({ office, modes, sites }) => {
    const onsite = modes.includes('onsite') ? [...new Set(sites)].sort() : [];
    const places = onsite.map((site) => people.indexOf.site.get(site)).filter((site) => site !== undefined);
    if (modes.includes('video')) places.push(-1);
    return places.map((site) => indexOf({ office, site }));
  });
  return { list, of };
}
