import { Injectable } from '@nestjs/common';
import { afterQuiet } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { kindsWith } from './late-rules.js';
import { DROPPING_OBSTACLES, OBSTACLE_TABLES, OUTDATED, TOO_LATE } from './notice-obstacle.js';
import { noticePolicies } from './notice-policies.js';
import { sendingRules } from './sending-rules.js';

interface OfficeRow {
  readonly id: number;
  readonly timeZone: string;
  readonly canton: string;
  readonly policies: Record<string, unknown>;
}

const MINUTE_MS = 60_000;

/** What leaves up to a quarter of an hour after its time is not late: the sender looks every few seconds. */
const LATE_MINUTES = 15;

const OFFICES_SQL = `select id, time_zone as "timeZone", canton, policies from offices`;

const WAIT_SQL = `
with waiting as (
  update notices n set due_at = $3, state_reason = 'quiet-hours'
  where n.office_id = $2 and n.state = 'planned' and n.channel = 'email'
    and n.due_at <= now() + $1::float8 * interval '1 millisecond'
    and n.expires_at > now() + $1::float8 * interval '1 millisecond'
    and (n.attempts > 0 or n.due_at < now() + $1::float8 * interval '1 millisecond' - ${LATE_MINUTES} * interval '1 minute')
    and ${kindsWith((rule) => rule.waitsForMorning)}
  returning n.id
)
insert into notice_events (notice_id, at, event, detail)
select id, now() + $1::float8 * interval '1 millisecond', 'waits', 'quiet-hours' from waiting`;

/** E-mails are looked at when they are claimed; letters that nobody printed are looked at here. */
const LETTERS_SQL = `
with old as materialized (
  select n.id, coalesce(${OUTDATED}, ${TOO_LATE}) as obstacle, clock.now
  from notices n ${OBSTACLE_TABLES}
  where n.state = 'planned' and n.channel = 'letter'
    and (n.expires_at <= clock.now or coalesce(${OUTDATED}, 'suspended') <> 'suspended')
  for update of n skip locked
), put_aside as (
  update notices n set state_reason = old.obstacle,
    state = case when old.obstacle in ${DROPPING_OBSTACLES} then 'dropped' else 'superseded' end
  from old where n.id = old.id
  returning n.id, n.state, old.obstacle, old.now
)
insert into notice_events (notice_id, at, event, detail) select id, now, state, obstacle from put_aside`;

/** Keeps the written rules of lateness (`LATE_RULES`) where time alone changes something; to be called before sending. */
@Injectable()
export class CatchUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const offices = await this.database.query<OfficeRow>(OFFICES_SQL);
    for (const office of offices) await this.waitForMorning(office);
    await this.database.query(LETTERS_SQL, [this.clock.offsetMs()]);
  }

  private async waitForMorning({ id, timeZone, canton, policies }: OfficeRow): Promise<void> {
    const now = this.clock.now();
    const rules = sendingRules({ timeZone, canton, year: now.getUTCFullYear() }, noticePolicies(policies));
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    const morning = afterQuiet(minute, rules);
    if (morning === minute) return;
    await this.database.query(WAIT_SQL, [this.clock.offsetMs(), id, new Date(morning * MINUTE_MS)]);
  }
}
