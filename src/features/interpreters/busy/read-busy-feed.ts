import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { outgoingGet } from '../../../platform/net/outgoing-get.js';
import { OutgoingRefused } from '../../../platform/net/outgoing-refused.js';
import { unseal } from '../../../platform/secrets/sealed.js';
import { FEED_PURPOSE } from './busy-feeds.js';
import { type BusyTime, FeedUnreadable } from './busy-times.js';
import { feedRules } from './feed-rules.js';
import { readBusyTimes } from './read-busy-times.js';

const DAY_MS = 86_400_000;
/** Longer than any horizon of planning. */
const AHEAD_DAYS = 548;
const EVERY_MINUTES = 30;

interface ClaimedFeed {
  readonly id: number;
  readonly sealedUrl: Buffer;
  readonly timeZone: string;
}

/** One process reads a due feed; each waits about half an hour, spread by a fifth so that they never come together. */
const CLAIM_SQL = `
with due as (
  select f.id from busy_feeds f join interpreters i on i.id = f.interpreter_id and i.active
   where ($2::int is null and f.next_read_at <= $1) or f.id = $2
   order by f.next_read_at limit 1 for update of f skip locked
), claimed as (
  update busy_feeds set next_read_at = $1::timestamptz
    + make_interval(mins => ${EVERY_MINUTES}) * (0.8 + 0.4 * random())
   where id in (select id from due) returning id, interpreter_id, sealed_url
)
select c.id, c.sealed_url as "sealedUrl", coalesce((select o.time_zone from office_interpreters m
    join offices o on o.id = m.office_id where m.interpreter_id = c.interpreter_id order by o.id limit 1),
    'Europe/Zurich') as "timeZone"
from claimed c`;

/** Reads interpreters' own calendars: only when they are busy, never why. */
@Injectable()
export class ReadBusyFeed {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Reads the feed that is due longest; false when none is due. */
  async nextDue(): Promise<boolean> {
    return this.claimAndRead(null);
  }

  /** Reads one feed now, due or not. */
  async now(feedId: number): Promise<void> {
    await this.claimAndRead(feedId);
  }

  private async claimAndRead(feedId: number | null): Promise<boolean> {
    const [feed] = await this.database.query<ClaimedFeed>(CLAIM_SQL, [this.clock.now(), feedId]);
    if (!feed) return false;
    try {
      await this.save(feed.id, await this.read(feed));
    } catch (error) {
      if (!(error instanceof OutgoingRefused) && !(error instanceof FeedUnreadable)) throw error;
      await this.database.query('update busy_feeds set tried_at = $2, problem = $3 where id = $1', [
        feed.id,
        this.clock.now(),
        error.problem,
      ]);
    }
    return true;
  }

  private async read({ sealedUrl, timeZone }: ClaimedFeed): Promise<readonly BusyTime[]> {
    const { settings } = this;
    const url = unseal(settings.secretKey, FEED_PURPOSE, sealedUrl);
    const bytes = await outgoingGet(url, feedRules(settings));
    const from = this.clock.now().getTime() - DAY_MS;
    return readBusyTimes({
      text: bytes.toString('utf8'),
      from,
      until: from + AHEAD_DAYS * DAY_MS,
      timeZone,
      ownHost: new URL(settings.publicUrl).hostname,
    });
  }

  /** Replaces what was known, all at once. A feed that was removed meanwhile stays removed. */
  private async save(feedId: number, times: readonly BusyTime[]): Promise<void> {
    const rows = times.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
    await this.database.transaction(async (tx) => {
      const known = await tx.query<{ id: number }[]>('select id from busy_feeds where id = $1 for update', [
        feedId,
      ]);
      if (known.length === 0) return;
      await tx.query('delete from busy_times where feed_id = $1', [feedId]);
      await tx.query(
        `insert into busy_times (feed_id, during)
         select $1, tstzrange(t."from", t.until, '[)')
           from jsonb_to_recordset($2::jsonb) as t ("from" timestamptz, until timestamptz)`,
        [feedId, JSON.stringify(rows)],
      );
      await tx.query('update busy_feeds set read_at = $2, tried_at = $2, problem = null where id = $1', [
        feedId,
        this.clock.now(),
      ]);
    });
  }
}
