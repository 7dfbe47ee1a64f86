import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { allOffices } from '../../platform/database/office-scope.js';
import type { SignedInStaff } from './signed-in-staff.js';

const IDLE_MINUTES = 30;
const LONGEST_HOURS = 10;
/** A click within this time writes nothing. */
const TOUCH_AFTER_SECONDS = 60;

/** A session as its owner sees it; `number` opens nothing. */
export interface StaffSession {
  readonly number: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly browser: string;
}

/** Sessions in PostgreSQL: the browser holds 256 random bits, the database their SHA-256. */
@Injectable()
export class StaffSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a session with a new id, which is the only copy, and forgets those that ended.
   * @param browser what its owner knows it by
   * @param byProvider an identity provider signed the person in and answers for the second factor
   */
  async start(userId: number, browser = '', byProvider = false): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.query('delete from staff_sessions where user_id = $1 and expires_at <= $2', [
      userId,
      now,
    ]);
    await this.database.query(
      `insert into staff_sessions (id_hash, user_id, csrf_token, created_at, last_seen_at, expires_at, browser,
         by_provider)
       select $1, u.id, $3, $4, $4, least(u.ends_at, $4::timestamptz + make_interval(hours => $5)), $6, $7
         from staff_users u where u.id = $2`,
      [
        hashOf(id),
        userId,
        randomBytes(32).toString('base64url'),
        now,
        LONGEST_HOURS,
        browser.slice(0, 60),
        byProvider,
      ],
    );
    return id;
  }

  /** Who the session belongs to, or undefined when it ended, idled too long, or its account was switched off. */
  async find(id: string): Promise<SignedInStaff | undefined> {
    const now = this.clock.now();
    const rows = await allOffices(() =>
      this.database.query<SignedInStaff & { idleSeconds: number }>(
        `select u.id, u.office_id as "officeId", u.role, u.name, u.email, u.locale, s.csrf_token as "csrfToken",
         u.caseworker_id as "caseworkerId", s.number as "sessionNumber",
         coalesce((o.policies ->> 'secondFactorRequired')::boolean, false) and not exists (
           select from staff_second_factors f where f.user_id = u.id and f.confirmed_at is not null) and not exists (
           select from staff_passkeys p where p.user_id = u.id) and not s.by_provider as "mustEnrol",
         extract(epoch from $2::timestamptz - s.last_seen_at)::float8 as "idleSeconds"
       from staff_sessions s join staff_users u on u.id = s.user_id join offices o on o.id = u.office_id
       where s.id_hash = $1 and u.active and s.expires_at > $2
         and s.last_seen_at > $2::timestamptz - make_interval(mins => $3)`,
        [hashOf(id), now, IDLE_MINUTES],
      ),
    );
    if (!rows[0]) return undefined;
    const { idleSeconds, ...staff } = rows[0];
    if (idleSeconds > TOUCH_AFTER_SECONDS) await this.touch(id, now);
    return staff;
  }

  /** Ends the session for good. */
  async end(id: string): Promise<void> {
    await this.database.query('delete from staff_sessions where id_hash = $1', [hashOf(id)]);
  }

  /** Where the person is signed in, the newest first. */
  list(userId: number): Promise<StaffSession[]> {
    const now = this.clock.now();
    return this.database.query<StaffSession>(
      `select number, created_at as "createdAt", last_seen_at as "lastSeenAt", browser from staff_sessions
        where user_id = $1 and expires_at > $2 and last_seen_at > $2::timestamptz - make_interval(mins => $3)
        order by created_at desc, number desc`,
      [userId, now, IDLE_MINUTES],
    );
  }

  /** Ends one session of the person; nothing happens to those of others. */
  async endOne(userId: number, number: number): Promise<void> {
    await this.database.query('delete from staff_sessions where user_id = $1 and number = $2', [
      userId,
      number,
    ]);
  }

  /** Ends every session of the person but one. */
  async endOthers(userId: number, keptNumber: number): Promise<void> {
    await this.database.query('delete from staff_sessions where user_id = $1 and number <> $2', [
      userId,
      keptNumber,
    ]);
  }

  private async touch(id: string, now: Date): Promise<void> {
    await this.database.query('update staff_sessions set last_seen_at = $2 where id_hash = $1', [
      hashOf(id),
      now,
    ]);
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
