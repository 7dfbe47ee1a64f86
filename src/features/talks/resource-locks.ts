import type { Database, Tx } from '../../platform/database/database.js';

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
  await tx.query(`select pg_advisory_xact_lock(kind, id) ${IN_ORDER}`, inOrder(resources));
}

/** Locks all of these if nobody else is booking one of them at this moment; false and no waiting when somebody is. */
export async function tryLockResources(tx: Tx, resources: readonly Resource[]): Promise<boolean> {
  const rows = await tx.query<{ locked: boolean }[]>(
    `select bool_and(pg_try_advisory_xact_lock(kind, id)) as locked ${IN_ORDER}`,
    inOrder(resources),
  );
  return rows[0]?.locked === true;
}

/** Waits until whoever books one of these is done. A crowd goes on all at once, not one after the other. */
export async function waitForResources(database: Database, resources: readonly Resource[]): Promise<void> {
  await database.patientQuery(
    `select pg_advisory_xact_lock_shared(kind, id) ${IN_ORDER}`,
    inOrder(resources),
  );
}

const IN_ORDER = 'from unnest($1::int[], $2::int[]) with ordinality as resource (kind, id, position)';

function inOrder(resources: readonly Resource[]): [number[], number[]] {
  const sorted = [...resources].sort((a, b) => a.kind - b.kind || a.id - b.id);
  return [sorted.map(({ kind }) => kind), sorted.map(({ id }) => id)];
}
