import type { Tx } from '../../platform/database/database.js';
import type { NoticeReason } from './notice-reasons.js';

const SAME_VISIT: NoticeReason = 'same-visit';

/** One reminder a visit leaves: one that left already, else the first talk's; it comes back when that talk goes. */
const ONE_PER_VISIT = `
update notices n set state = case when r.place = 1 then 'planned' else 'superseded' end,
  state_reason = case when r.place = 1 then null else $3 end
from (
  select n.id, n.state, row_number() over (partition by t.visit_id, n.recipient_id
      order by n.state in ('planned', 'superseded'), t.starts_at, t.id, n.id desc) as place
    from notices n join talks t on t.id = n.talk_id and t.revision = n.revision
   where n.kind = 'interpreter-reminder' and n.recipient_kind = 'interpreter' and n.recipient_id = any($1)
     and t.interpreter_id = n.recipient_id and t.visit_id is not null and t.state <> 'cancelled' and t.starts_at > $2
     and (n.state in ('planned', 'sending', 'sent', 'unknown') or n.state = 'superseded' and n.state_reason = $3)
) r
where n.id = r.id and n.attempts = 0
  and (r.state = 'planned' and r.place > 1 or r.state = 'superseded' and r.place = 1)`;

/** Keeps interpreters from being reminded of every talk of a visit. */
export async function onePerVisit(tx: Tx, interpreterIds: readonly number[], now: Date): Promise<void> {
  if (interpreterIds.length > 0) await tx.query(ONE_PER_VISIT, [interpreterIds, now, SAME_VISIT]);
}
