import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { openedContact } from '../../contacts/index.js';
import { OBSTACLE_TABLES, OUTDATED } from '../notice-obstacle.js';
import type { NoticeFacts } from '../planned-notices.js';

/** A letter that waits for the printer. */
export interface DueLetter {
  readonly id: string;
  readonly kind: string;
  readonly talkId: string;
  readonly talkStartsAt: Date;
  readonly householdId: number;
  readonly householdName: string;
  readonly locale: string;
  /** Why it is not in the reader's own language. */
  readonly fallbackReason: string | null;
  readonly facts: NoticeFacts;
  readonly street: string;
  /** Postcode and town. */
  readonly town: string;
  /** The register keeps this address secret: it is printed, and shown nowhere else. */
  readonly addressLock: boolean;
  readonly dueAt: Date;
}

type LetterRow = DueLetter & { readonly postcode: string };

const SQL = `
select n.id, n.kind, n.talk_id as "talkId", t.starts_at as "talkStartsAt", h.id as "householdId",
  trim(p.first_name || ' ' || p.last_name) as "householdName", n.locale, n.fallback_reason as "fallbackReason", n.facts,
  h.street, h.postcode, h.town, h.address_lock as "addressLock", n.due_at as "dueAt"
from notices n ${OBSTACLE_TABLES}
where n.office_id = $2 and n.state = 'planned' and n.channel = 'letter' and n.due_at <= clock.now
  and n.recipient_kind = 'household' and ${OUTDATED} is null and ($3::uuid[] is null or n.id = any ($3))
order by n.due_at, n.id`;

/** The letters to print. */
@Injectable()
export class LetterQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Oldest first: all that are due and still hold, or those of them with the given ids. */
  async due(officeId: number, ids: readonly string[] | null = null): Promise<DueLetter[]> {
    const rows = await this.database.query<LetterRow>(SQL, [this.clock.offsetMs(), officeId, ids]);
    return rows.map((row) => {
      const { postcode, ...letter } = openedContact('households', row.householdId, row);
      return { ...letter, town: `${postcode} ${letter.town}`.trim() };
    });
  }
}
