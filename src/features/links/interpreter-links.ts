import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { linkToken, TOKEN, tokenHash } from './link-token.js';

/** A link that somebody asked for at the sign-in page opens for so long. */
export const SIGN_IN_MINUTES = 30;
/** Whoever opens an old link is offered a new one; after this time nobody does any more. */
const FORGOTTEN_AFTER_DAYS = 60;

/** What a sign-in link opens. A used or expired one still knows whose it was, so that its page can send a new one. */
export type SignInLink =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'valid' | 'used' | 'expired';
      readonly linkId: string;
      readonly interpreterId: number;
      /** The page it leads to, `/interpreter/…`. */
      readonly path: string;
    };

type LinkRow = Extract<SignInLink, { linkId: string }>;

/** The links by which interpreters sign in: single use, for one interpreter, leading to one page. */
@Injectable()
export class InterpreterLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a link for one mail and returns its address; its last part is the secret, which must not be stored.
   * @param path page to show after signing in, such as `/interpreter/requests/17`
   * @param until when it stops signing in; without it in {@link SIGN_IN_MINUTES} minutes
   */
  async signInLink(interpreterId: number, path: string, until?: Date): Promise<string> {
    const now = this.clock.now();
    const expiresAt = until ?? new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
    await this.database.query(
      `delete from links where purpose = 'interpreter' and interpreter_id = $1
         and expires_at < $2::timestamptz - make_interval(days => $3)`,
      [interpreterId, now, FORGOTTEN_AFTER_DAYS],
    );
    const [made] = await this.database.query<{ id: string }>('select uuidv7() as id');
    const token = linkToken(this.settings.secretKey, made?.id ?? '');
    await this.database.query(
      `insert into links (id, token_hash, purpose, interpreter_id, path, expires_at)
       values ($1, $2, 'interpreter', $3, $4, $5)`,
      [made?.id, tokenHash(token), interpreterId, path, expiresAt],
    );
    return `${this.settings.publicUrl}/interpreter/in/${token}`;
  }

  /** Looks a token up and changes nothing: programs that open every link of a mail do not use it up. */
  async resolve(token: string): Promise<SignInLink> {
    const [row] = await this.database.query<LinkRow>(
      `select l.id as "linkId", l.interpreter_id as "interpreterId", l.path,
              case when l.used_at is not null then 'used' when l.expires_at <= $2 or l.revoked_at is not null
                   then 'expired' else 'valid' end as kind
         from links l join interpreters i on i.id = l.interpreter_id and i.active
        where l.token_hash = $1 and l.purpose = 'interpreter'`,
      [tokenHash(TOKEN.test(token) ? token : ''), this.clock.now()],
    );
    return row ?? { kind: 'unknown' };
  }

  /** Uses the link up; false when another click was faster or it opens nothing any more. */
  async use(linkId: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `with used as (update links set used_at = $2
         where id = $1 and used_at is null and revoked_at is null and expires_at > $2 returning id)
       select id from used`,
      [linkId, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Takes back every link on its way; part of ending all sessions of an interpreter. */
  async revokeAll(interpreterId: number): Promise<void> {
    await this.database.query(
      `update links set revoked_at = $2
        where purpose = 'interpreter' and interpreter_id = $1 and used_at is null and revoked_at is null`,
      [interpreterId, this.clock.now()],
    );
  }
}
