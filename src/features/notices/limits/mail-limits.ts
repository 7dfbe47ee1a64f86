import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { type OpenHold, SendingHold } from '../sending-hold.js';
import { OUR_SERVER } from './limits.sql.js';
import { limitAfter, type MailLimit, type MailSignal } from './mail-limit.js';

/** A limit as staff see it. */
export interface LimitedTarget extends MailLimit {
  /** The domain; null: our own mail server. */
  readonly domain: string | null;
  /** What the far end said last. */
  readonly reply: string;
}

/** What one answer says about both ways it came. */
export interface MailSignals {
  readonly domain: string;
  readonly ofDomain: MailSignal;
  readonly ofServer: MailSignal;
  readonly reply: string;
}

const READ_SQL = `
with known as (select state, per_minute, changed_at from mail_limits where target = $1 for update)
select state, per_minute as "perMinute", changed_at as "changedAt",
  now() + $2::float8 * interval '1 millisecond' as now
from (values (1)) asked left join known on true`;

const SAVE_SQL = `
insert into mail_limits (target, state, per_minute, changed_at, next_at, reply)
values ($1, $2, $3::float8, $4, $4::timestamptz + interval '1 minute' / $3::float8, $5)
on conflict (target) do update set state = excluded.state, per_minute = excluded.per_minute,
  changed_at = excluded.changed_at, next_at = excluded.next_at, reply = excluded.reply`;

/** Keeps the limits of all senders together in the database. */
@Injectable()
export class MailLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendingHold: SendingHold,
  ) {}

  /** Nothing leaves at all; undefined: it does. */
  hold(): Promise<OpenHold | undefined> {
    return this.sendingHold.open();
  }

  /** Learns from an answer. */
  async learn({ domain, ofDomain, ofServer, reply }: MailSignals): Promise<void> {
    await this.learnOf(OUR_SERVER, ofServer, reply);
    await this.learnOf(domain, ofDomain, reply);
  }

  /** What is held back at present, our own server first. */
  list(): Promise<LimitedTarget[]> {
    return this.database.query<LimitedTarget>(
      `select nullif(target, '${OUR_SERVER}') as domain, state, per_minute as "perMinute",
         changed_at as "changedAt", reply
       from mail_limits order by target <> '${OUR_SERVER}', target`,
    );
  }

  private async learnOf(target: string, signal: MailSignal, reply: string): Promise<void> {
    if (signal === 'none') return;
    await this.database.transaction(async (tx) => {
      const { limit, now } = await this.read(tx, target);
      const next = limitAfter(limit, signal, now);
      if (next === limit) return;
      if (next === undefined) await tx.query('delete from mail_limits where target = $1', [target]);
      else await tx.query(SAVE_SQL, [target, next.state, next.perMinute, next.changedAt, reply]);
    });
  }

  private async read(tx: Tx, target: string): Promise<{ limit: MailLimit | undefined; now: Date }> {
    const rows = await tx.query<(Partial<MailLimit> & { now: Date })[]>(READ_SQL, [
      target,
      this.clock.offsetMs(),
    ]);
    const { now = this.clock.now(), state, perMinute, changedAt } = rows[0] ?? {};
    const limit = state && perMinute && changedAt ? { state, perMinute, changedAt } : undefined;
    return { limit, now };
  }
}
