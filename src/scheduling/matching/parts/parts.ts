import type { Snapshot } from '../../model.js';

/** Offices that share no site with any other office: only interpreters work inside and outside of it. */
export interface Part {
  readonly offices: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  /** Ids, in the order of the snapshot sorted by id. */
  readonly newcomers: readonly string[];
}

/** The parts of a snapshot that have newcomers, the largest first; sizes alike by the name of their first office. */
export function partsOf(snapshot: Snapshot): readonly Part[] {
  const group = groupsOf(snapshot);
  const parts = new Map<string, { offices: Set<string>; sites: Set<string>; newcomers: string[] }>();
  const partOf = (office: string): { offices: Set<string>; sites: Set<string>; newcomers: string[] } => {
    const name = group(office);
    const part = parts.get(name) ?? { offices: new Set(), sites: new Set(), newcomers: [] };
    parts.set(name, part);
    part.offices.add(office);
    return part;
  };
  for (const { id, office } of snapshot.newcomers) partOf(office).newcomers.push(id);
  for (const { id, office } of snapshot.sites) if (parts.has(group(office))) partOf(office).sites.add(id);
  const named = [...parts].filter(([, { newcomers }]) => newcomers.length > 0);
  named.sort(([a, one], [b, other]) => other.newcomers.length - one.newcomers.length || (a < b ? -1 : 1));
  return named.map(([, part]) => ({ ...part, newcomers: part.newcomers.sort() }));
}

/** The name of the group an office belongs to: offices that use one site are in one group. */
function groupsOf({ sites, caseworkers, newcomers }: Snapshot): (office: string) => string {
  const parent = new Map<string, string>();
  const rootOf = (office: string): string => {
    const above = parent.get(office) ?? office;
    return above === office ? office : rootOf(above);
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [rootOf(a), rootOf(b)].sort();
    if (first !== undefined && second !== undefined) parent.set(second, first);
  };
  const officeOf = new Map(sites.map(({ id, office }) => [id, office]));
  const joinSite = (office: string, site: string): void => {
    join(office, officeOf.get(site) ?? office);
  };
  for (const { office, weekly } of caseworkers) for (const { site } of weekly) joinSite(office, site);
  for (const newcomer of newcomers) for (const site of newcomer.sites) joinSite(newcomer.office, site);
  return rootOf;
}
