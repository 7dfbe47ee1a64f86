import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings.js';
import type { Tx } from '../../../platform/database/database.js';
import type { CalendarReply } from './calendar-reply.js';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** `<talk>@<host>` for a household, `<offer>-<talk>@<host>` for an interpreter. */
const UID = new RegExp(`^(?:(${UUID})-)?(${UUID})@(.+)$`, 'i');

/** The newest notice that carried the entry in its present edition to this address. */
const NOTICE_SQL = `
select n.id from notices n
join talks t on t.id = n.talk_id
left join offers o on o.id = n.offer_id
where n.talk_id = $1 and n.offer_id is not distinct from $2::uuid and n.state in ('sent', 'unknown')
  and n.revision = $3 and coalesce(o.edition, t.revision) = $3
  and n.address_hash = sha256(convert_to($4, 'UTF8'))
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
    const [, offerId = null, talkId, host] = UID.exec(reply.uid) ?? [];
    if (talkId === undefined || host !== new URL(this.settings.publicUrl).hostname) return undefined;
    if (from !== reply.attendee) return undefined;
    const parameters = [talkId, offerId, reply.sequence, reply.attendee];
    const [notice] = await tx.query<{ id: string }[]>(NOTICE_SQL, parameters);
    return notice?.id;
  }
}
