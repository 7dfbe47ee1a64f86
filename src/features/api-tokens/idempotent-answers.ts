import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { seal, unseal } from '../../platform/secrets/sealed.js';

/** One request that its sender may repeat without wanting it done twice. */
export interface RepeatableRequest {
  /** `api:<token id>`; keys of different callers never meet. */
  readonly actor: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** An answer as it was first given. */
export interface KeptAnswer {
  readonly status: number;
  readonly answer: unknown;
}

/**
 * `mine`: nobody asked this before, so do it and `keep` the answer (`isTakenOver`: whoever had it died over it, and may
 * have done it); `answered`: give that answer again; `other-body`:
 * the key was used for something else; `in-progress`: the first request is not answered yet.
 */
export type Claim =
  | { readonly kind: 'mine'; readonly isTakenOver: boolean }
  | { readonly kind: 'answered'; readonly kept: KeptAnswer }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'in-progress' };

interface Row {
  readonly status: number;
  readonly answer: string;
  readonly bodyHash: string;
}

const PURPOSE = 'answers';
/** No answer has this status: the request is being worked on. */
const WORKING = 0;
/** No statement takes longer: a claim this old belongs to a process that died, and whoever repeats the request takes it over. */
const ABANDONED_AFTER_SECONDS = 20;
/** So long a repeated request gets its old answer; then its key may be used anew. */
const KEPT_HOURS = 24;

/** The memory behind `Idempotency-Key`: the first request claims its key by a row, so that two never both run. */
@Injectable()
export class IdempotentAnswers {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async claim(request: RepeatableRequest): Promise<Claim> {
    const bodyHash = hashOf(request);
    const [claimed] = await this.database.query<{ isTakenOver: boolean }>(
      `insert into idempotent_answers as kept (actor, key, body_hash, status, answer)
       values ($1, $2, $3, ${WORKING}, '{}')
       on conflict (actor, key) do update
         set created_at = now(), body_hash = excluded.body_hash, status = excluded.status, answer = excluded.answer
         where kept.created_at < now() - make_interval(hours => $5)
            or (kept.status = ${WORKING} and kept.body_hash = excluded.body_hash
                and kept.created_at < now() - make_interval(secs => $4))
       returning xmax <> 0 as "isTakenOver"`,
      [request.actor, request.key, bodyHash, ABANDONED_AFTER_SECONDS, KEPT_HOURS],
    );
    if (claimed) return { kind: 'mine', ...claimed };
    return this.known(request, bodyHash);
  }

  /** Keeps the answer of a claimed request. */
  async keep(request: RepeatableRequest, { status, answer }: KeptAnswer): Promise<void> {
    await this.database.query(
      'update idempotent_answers set status = $3, answer = $4 where actor = $1 and key = $2',
      [request.actor, request.key, status, JSON.stringify(this.sealed(answer))],
    );
  }

  /** Gives a claimed key up: it failed, and may have been done all the same when only the answer to COMMIT was lost. */
  async giveUp(request: RepeatableRequest): Promise<void> {
    await this.database.query(
      `update idempotent_answers set created_at = created_at - make_interval(secs => $3)
        where actor = $1 and key = $2 and status = ${WORKING}`,
      [request.actor, request.key, ABANDONED_AFTER_SECONDS],
    );
  }

  private async known(request: RepeatableRequest, bodyHash: string): Promise<Claim> {
    const [row] = await this.database.query<Row>(
      `select body_hash as "bodyHash", status, answer from idempotent_answers where actor = $1 and key = $2`,
      [request.actor, request.key],
    );
    if (!row) return { kind: 'in-progress' };
    if (row.bodyHash !== bodyHash) return { kind: 'other-body' };
    if (row.status === WORKING) return { kind: 'in-progress' };
    return { kind: 'answered', kept: { status: row.status, answer: this.opened(row.answer) } };
  }

  /** Answers may name people and addresses. */
  private sealed(answer: unknown): string {
    return seal(this.settings.secretKey, PURPOSE, storable(answer)).toString('base64');
  }

  private opened(sealed: string): unknown {
    return JSON.parse(unseal(this.settings.secretKey, PURPOSE, Buffer.from(sealed, 'base64')));
  }
}

/** PostgreSQL's jsonb takes neither NUL nor half of a surrogate pair, and callers may send both. */
function storable(answer: unknown): string {
  return JSON.stringify(answer ?? null, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/[\0\ud800-\udfff]/gu, '\ufffd') : value,
  );
}

function hashOf({ method, path, body }: RepeatableRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body ?? null]))
    .digest('hex');
}
