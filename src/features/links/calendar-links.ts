import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { allOffices } from '../../platform/database/office-scope.js';
import { linkToken, TOKEN, tokenHash } from './link-token.js';

/** Whose talks a calendar shows. */
export interface CalendarOwner {
  readonly kind: 'caseworker' | 'interpreter';
  readonly id: number;
}

/** What the token of a calendar opens: `gone` after it was taken back or its owner left. */
export type ResolvedCalendar =
  | { readonly kind: 'unknown' | 'gone' }
  | { readonly kind: 'valid'; readonly owner: CalendarOwner; readonly officeIds: readonly number[] };

interface CalendarRow extends CalendarOwner {
  readonly isOpen: boolean;
  readonly officeIds: readonly number[];
}

const COLUMNS = { caseworker: 'caseworker_id', interpreter: 'interpreter_id' } as const;

/** The secret addresses of calendar feeds: one per owner, without an end, until it is taken back. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Address of the feed in use; undefined when there is none. */
  async addressOf({ kind, id: ownerId }: CalendarOwner): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from links where purpose = 'calendar' and ${COLUMNS[kind]} = $1 and revoked_at is null
        order by id desc limit 1`,
      [ownerId],
    );
    return row && `${this.settings.publicUrl}/calendar/${this.tokenOf(row.id)}.ics`;
  }

  /** Makes a new address; the old one shows nothing from now on. */
  async renew({ kind, id: ownerId }: CalendarOwner): Promise<void> {
    const [made] = await this.database.query<{ id: string }>('select uuidv7() as id');
    const id = made?.id ?? '';
    await this.database.transaction(async (tx) => {
      await tx.query(revokeSql(kind), [ownerId, this.clock.now()]);
      await tx.query(
        `insert into links (id, token_hash, purpose, ${COLUMNS[kind]}, expires_at)
         values ($1, $2, 'calendar', $3, 'infinity')`,
        [id, tokenHash(this.tokenOf(id)), ownerId],
      );
    });
  }

  /** Takes the address back: whoever subscribed to it is told that the calendar is gone. */
  async revoke({ kind, id: ownerId }: CalendarOwner): Promise<void> {
    await this.database.query(revokeSql(kind), [ownerId, this.clock.now()]);
  }

  /** Whose calendar a token shows, and of which offices. */
  async resolve(token: string): Promise<ResolvedCalendar> {
    const [row] = await allOffices(() =>
      this.database.query<CalendarRow>(
        `select case when l.interpreter_id is not null then 'interpreter' else 'caseworker' end as kind,
          coalesce(l.interpreter_id, l.caseworker_id) as id,
          l.revoked_at is null and coalesce(i.active, c.active) as "isOpen",
          case when c.id is not null then array[c.office_id]
            else array(select office_id from office_interpreters where interpreter_id = i.id) end as "officeIds"
         from links l
         left join interpreters i on i.id = l.interpreter_id
         left join caseworkers c on c.id = l.caseworker_id
        where l.token_hash = $1 and l.purpose = 'calendar'`,
        [tokenHash(TOKEN.test(token) ? token : '')],
      ),
    );
    if (!row) return { kind: 'unknown' };
    const { kind, id, isOpen, officeIds } = row;
    return isOpen ? { kind: 'valid', owner: { kind, id }, officeIds } : { kind: 'gone' };
  }

  private tokenOf(linkId: string): string {
    return linkToken(this.settings.secretKey, linkId);
  }
}

function revokeSql(kind: CalendarOwner['kind']): string {
  return `update links set revoked_at = $2
    where purpose = 'calendar' and ${COLUMNS[kind]} = $1 and revoked_at is null`;
}
