import type { Tx } from '../../platform/database/database.js';

/**
 * Keeps the time of an interpreter for a talk, and gives back whoever's was kept; null keeps nobody's. False when the
 * interpreter is somewhere else then: the constraint `allocations_no_overlap` has the last word.
 */
export async function keepTime(tx: Tx, talkId: string, interpreter: string | null): Promise<boolean> {
  await tx.query('delete from allocations where talk_id = $1 and resource_kind = 3', [talkId]);
  if (interpreter === null) return true;
  const kept = await tx.query<unknown[]>(
    `insert into allocations (resource_kind, resource_id, during, talk_id)
     select 3, $2, tstzrange(starts_at, starts_at + make_interval(mins => minutes), '[)'), id from talks where id = $1
     on conflict do nothing returning id`,
    [talkId, interpreter],
  );
  return kept.length > 0;
}
