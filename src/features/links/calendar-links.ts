import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { linkToken, TOKEN, tokenHash } from './link-token.js';

/** The secret addresses of calendar feeds: one per interpreter, without an end, until it is taken back. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Address of the feed in use; undefined when there is none. */
  async addressOf(interpreterId: number): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from links where purpose = 'calendar' and interpreter_id = $1 and revoked_at is null
        order by id desc limit 1`,
      [interpreterId],
    );
    return row && `${this.settings.publicUrl}/calendar/${this.tokenOf(row.id)}.ics`;
  }

  /** Makes a new address; the old one shows nothing from now on. */
  async renew(interpreterId: number): Promise<void> {
    const [made] = await this.database.query<{ id: string }>('select uuidv7() as id');
    const id = made?.id ?? '';
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update links set revoked_at = $2
          where purpose = 'calendar' and interpreter_id = $1 and revoked_at is null`,
        [interpreterId, this.clock.now()],
      );
      await tx.query(
        `insert into links (id, token_hash, purpose, interpreter_id, expires_at)
         values ($1, $2, 'calendar', $3, 'infinity')`,
        [id, tokenHash(this.tokenOf(id)), interpreterId],
      );
    });
  }

  /** Takes the address back: whoever subscribed to it is told that the calendar is gone. */
  async revoke(interpreterId: number): Promise<void> {
    await this.database.query(
      `update links set revoked_at = $2
        where purpose = 'calendar' and interpreter_id = $1 and revoked_at is null`,
      [interpreterId, this.clock.now()],
    );
  }

  /** Whose calendar a token shows; `gone` after it was taken back or the interpreter left. */
  async resolve(
    token: string,
  ): Promise<
    { readonly kind: 'unknown' | 'gone' } | { readonly kind: 'valid'; readonly interpreterId: number }
  > {
    const [row] = await this.database.query<{ interpreterId: number; isOpen: boolean }>(
      `select l.interpreter_id as "interpreterId", l.revoked_at is null and i.active as "isOpen"
         from links l join interpreters i on i.id = l.interpreter_id
        where l.token_hash = $1 and l.purpose = 'calendar'`,
      [tokenHash(TOKEN.test(token) ? token : '')],
    );
    if (!row) return { kind: 'unknown' };
    return row.isOpen ? { kind: 'valid', interpreterId: row.interpreterId } : { kind: 'gone' };
  }

  private tokenOf(linkId: string): string {
    return linkToken(this.settings.secretKey, linkId);
  }
}
