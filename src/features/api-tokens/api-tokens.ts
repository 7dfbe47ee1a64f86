import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { allOffices } from '../../platform/database/office-scope.js';
import { Audit } from '../audit/index.js';
import { type Role, roles } from '../staff/index.js';

/** A token to make: for which office, with the rights of which role. */
export interface NewApiToken {
  readonly officeId: number;
  readonly role: Role;
  /** What it is for, in the words of the office. */
  readonly name: string;
  /** Left out: it does not expire. */
  readonly expiresAt?: Date | undefined;
}

/** Whom a token speaks for. */
export interface ApiCaller {
  readonly tokenId: number;
  readonly officeId: number;
  readonly role: Role;
}

interface TokenRow {
  readonly id: number;
  readonly officeId: number;
  readonly role: string;
  readonly isStale: boolean;
}

const TOKEN = /^wt_[\w-]{43}$/;
/** Use within this time after the last recorded one writes nothing. */
const TOUCH_AFTER_SECONDS = 60;

/** Tokens of other systems: they hold 256 random bits, the database their SHA-256. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Makes a token; the returned text is its only copy. */
  async create(token: NewApiToken): Promise<{ id: number; token: string }> {
    const text = `wt_${randomBytes(32).toString('base64url')}`;
    const { officeId, role, name, expiresAt } = token;
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ id: number }[]>(
        `insert into api_tokens (office_id, token_hash, role, name, expires_at, created_at)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [officeId, hashOf(text), role, name, expiresAt ?? null, this.clock.now()],
      );
      const id = row?.id ?? 0;
      await this.audit.record(tx, {
        officeId,
        actor: 'system',
        action: 'api-token-created',
        subjectKind: 'api-token',
        subjectId: id,
        detail: { role },
      });
      return { id, token: text };
    });
  }

  /** Whom the token speaks for; undefined when it is unknown, expired or revoked. Notes its use once a minute. */
  resolve(token: string): Promise<ApiCaller | undefined> {
    return allOffices(() => this.find(token));
  }

  private async find(token: string): Promise<ApiCaller | undefined> {
    const now = this.clock.now();
    const [row] = await this.database.query<TokenRow>(
      `select id, office_id as "officeId", role,
              coalesce(last_used_at < $2::timestamptz - make_interval(secs => $3), true) as "isStale"
         from api_tokens
        where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
      [hashOf(TOKEN.test(token) ? token : ''), now, TOUCH_AFTER_SECONDS],
    );
    const role = roles.find((known) => known === row?.role);
    if (!row || !role) return undefined;
    if (row.isStale)
      await this.database.query('update api_tokens set last_used_at = $2 where id = $1', [row.id, now]);
    return { tokenId: row.id, officeId: row.officeId, role };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
