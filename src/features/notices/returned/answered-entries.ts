import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings.js';
import type { Tx } from '../../../platform/database/database.js';
import { emailIndex } from '../../contacts/index.js';
import type { CalendarReply } from './calendar-reply.js';

/** `<entry>@<host>`, of a household or of an interpreter. */
const UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(.+)$/i;

/** Among the resources of allocations. */
const INTERPRETER = 3;

/** The newest notice that carried the entry in its present edition to this address. */
const NOTICE_SQL = `
with entry as (
  select id as talk_id, 'household' as owner, household_id as owner_id from talks
   where entry_id = $1 and entry_base + revision = $2
  union all
  select talk_id, 'interpreter', resource_id from calendar_entries
   where id = $1 and resource_kind = ${INTERPRETER} and sequence = $2
)
select n.id from entry e
join notices n on n.recipient_kind = e.owner and n.recipient_id = e.owner_id
  and (n.talk_id = e.talk_id or n.offer_id in (select offer_id from offer_talks x where x.talk_id = e.talk_id))
where n.state in ('sent', 'unknown') and n.address_hash = $3
order by n.id desc limit 1`;

/** Finds which calendar entry of ours was answered. */
@Injectable()
export class AnsweredEntries {
  constructor(private readonly settings: Settings) {}

  /**
   * The notice that carried the entry, when name, edition and attendee are those of one that was sent, and the message
   * comes from the attendee; anything else is not believed.
   */
  async noticeOf(
    tx: Tx,
    { reply, from }: { readonly reply: CalendarReply; readonly from: string },
  ): Promise<string | undefined> {
    const [, entryId, host] = UID.exec(reply.uid) ?? [];
    if (entryId === undefined || host !== new URL(this.settings.publicUrl).hostname) return undefined;
    if (from !== reply.attendee) return undefined;
    const parameters = [entryId, reply.sequence, emailIndex(reply.attendee)];
    const [notice] = await tx.query<{ id: string }[]>(NOTICE_SQL, parameters);
    return notice?.id;
  }
}
