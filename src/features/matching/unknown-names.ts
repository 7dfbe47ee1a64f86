import type { Snapshot } from '../../scheduling/index.js';

/** One sentence for each name that an instance uses but does not have, and for each id it has twice. */
export function unknownNames(snapshot: Snapshot): readonly string[] {
  return [...duplicates(snapshot), ...danglingPlaces(snapshot), ...danglingPeople(snapshot)];
}

const LISTS = ['talkTypes', 'sites', 'rooms', 'caseworkers', 'interpreters', 'newcomers'] as const;

function duplicates(snapshot: Snapshot): readonly string[] {
  return LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return snapshot[list].flatMap(({ id }, index) => {
      if (!seen.has(id)) return (seen.add(id), []);
      return [`${list}[${index}].id: "${id}" is used twice; give each its own id`];
    });
  });
}

function danglingPlaces(snapshot: Snapshot): readonly string[] {
  const sites = idsOf(snapshot.sites);
  return [
    ...snapshot.rooms.flatMap(({ site }, index) => missing(site, sites, `rooms[${index}].site`)),
    ...snapshot.caseworkers.flatMap(({ weekly }, index) =>
      weekly.flatMap(({ site }, hour) => missing(site, sites, `caseworkers[${index}].weekly[${hour}].site`)),
    ),
    ...snapshot.newcomers.flatMap((newcomer, index) =>
      newcomer.sites.flatMap((site, place) => missing(site, sites, `newcomers[${index}].sites[${place}]`)),
    ),
  ];
}

function danglingPeople(snapshot: Snapshot): readonly string[] {
  const types = idsOf(snapshot.talkTypes);
  const newcomers = idsOf(snapshot.newcomers);
  return [
    ...snapshot.newcomers.flatMap(({ talkType }, index) =>
      missing(talkType, types, `newcomers[${index}].talkType`),
    ),
    ...snapshot.appointments.flatMap(({ newcomer }, index) =>
      missing(newcomer, newcomers, `appointments[${index}].newcomer`),
    ),
  ];
}

function missing(id: string, known: ReadonlySet<string>, place: string): readonly string[] {
  return known.has(id) ? [] : [`${place}: there is no "${id}" in this file; add it or correct the name`];
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}
