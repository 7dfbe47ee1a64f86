import type { Tx } from '../../platform/database/database.js';

/** One of the four kinds of things that a talk takes: `allocations.resource_kind`. */
export interface Resource {
  readonly kind: 1 | 2 | 3 | 4;
  readonly id: number;
}

export const ROOM = 1;
export const CASEWORKER = 2;
export const INTERPRETER = 3;
export const HOUSEHOLD = 4;

/**
 * Waits until nobody else books any of these, in one order for everybody, so that no two bookings wait for each other
 * (docs/decisions: constraints and sorted locks). Held until the transaction ends.
 */
export async function lockResources(tx: Tx, resources: readonly Resource[]): Promise<void> {
  const sorted = [...resources].sort((a, b) => a.kind - b.kind || a.id - b.id);
  await tx.query(
    `select pg_advisory_xact_lock(kind, id)
       from unnest($1::int[], $2::int[]) with ordinality as resource (kind, id, position)`,
    [sorted.map(({ kind }) => kind), sorted.map(({ id }) => id)],
  );
}
