import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { allOffices } from '../../../platform/database/office-scope.js';
import { InterpreterLinks } from '../../links/index.js';
import type { SignedInInterpreter } from './signed-in-interpreter.js';

/** A device stays signed in for so long. */
export const SESSION_DAYS = 30;

/** Sessions of interpreters in PostgreSQL: the phone holds 256 random bits, the database their SHA-256. */
@Injectable()
export class InterpreterSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: InterpreterLinks,
  ) {}

  /** Begins a session with a new id, which is the only copy, and forgets those that ended. */
  async start(interpreterId: number): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.query(
      'delete from interpreter_sessions where interpreter_id = $1 and expires_at <= $2',
      [interpreterId, now],
    );
    await this.database.query(
      `insert into interpreter_sessions (id_hash, interpreter_id, csrf_token, created_at, expires_at)
       values ($1, $2, $3, $4, $4::timestamptz + make_interval(days => $5))`,
      [hashOf(id), interpreterId, randomBytes(32).toString('base64url'), now, SESSION_DAYS],
    );
    return id;
  }

  /** Whose session it is, or undefined when it ended, was taken back, or the interpreter is no longer on a list. */
  async find(id: string): Promise<SignedInInterpreter | undefined> {
    const [interpreter] = await allOffices(() =>
      this.database.query<SignedInInterpreter>(
        `select i.id, i.first_name as "firstName", i.locale, o.id as "officeId", o.time_zone as "timeZone",
              s.csrf_token as "csrfToken",
              array(select office_id from office_interpreters where interpreter_id = i.id) as "officeIds"
         from interpreter_sessions s
         join interpreters i on i.id = s.interpreter_id and i.active
         join lateral (select offices.id, time_zone from office_interpreters m join offices on offices.id = m.office_id
                        where m.interpreter_id = i.id order by offices.id limit 1) o on true
        where s.id_hash = $1 and s.expires_at > $2`,
        [hashOf(id), this.clock.now()],
      ),
    );
    return interpreter;
  }

  /** How many devices are signed in. */
  async count(interpreterId: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from interpreter_sessions where interpreter_id = $1 and expires_at > $2`,
      [interpreterId, this.clock.now()],
    );
    return row?.count ?? 0;
  }

  /** Signs one device out. */
  async end(id: string): Promise<void> {
    await this.database.query('delete from interpreter_sessions where id_hash = $1', [hashOf(id)]);
  }

  /** Signs every device out, and takes back the links that would sign one in again. */
  async endAll(interpreterId: number): Promise<void> {
    await this.links.revokeAll(interpreterId);
    await this.database.query('delete from interpreter_sessions where interpreter_id = $1', [interpreterId]);
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
