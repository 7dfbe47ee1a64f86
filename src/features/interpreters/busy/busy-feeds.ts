import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { permitted } from '../../../platform/net/guarded-socket.js';
import { seal } from '../../../platform/secrets/sealed.js';
import { feedRules } from './feed-rules.js';

/** A calendar of their own that an interpreter lets us read. Its address is a secret and is never shown again. */
export interface BusyFeed {
  readonly id: number;
  /** Where it lies, such as `calendar.google.com`. */
  readonly host: string;
  /**
   * `waiting` for its first reading; `fresh`; `stale`: not read for a day, the old busy times still count;
   * `failed`: never read.
   */
  readonly state: 'waiting' | 'fresh' | 'stale' | 'failed';
  /** When it was last read in full. */
  readonly readAt: Date | null;
  /** Why the last attempt failed: a key for words. */
  readonly problem: string | null;
  /** Coming busy times. */
  readonly busyTimes: number;
}

/** Part of the key that the addresses are sealed with. */
export const FEED_PURPOSE = 'busy feed';
const MOST_FEEDS = 3;
const STALE_HOURS = 24;

const STATE = `
case when f.read_at is null then case when f.problem is null then 'waiting' else 'failed' end
  when f.read_at > $2::timestamptz - make_interval(hours => ${STALE_HOURS}) then 'fresh' else 'stale' end`;

/** The calendars that interpreters named; reading them is another's work. */
@Injectable()
export class BusyFeeds {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** In the order they were named. */
  of(interpreterId: number): Promise<BusyFeed[]> {
    return this.database.query<BusyFeed>(
      `select f.id, f.host, ${STATE} as state, f.read_at as "readAt", f.problem,
              (select count(*)::int from busy_times b where b.feed_id = f.id and upper(b.during) > $2) as "busyTimes"
         from busy_feeds f where f.interpreter_id = $1 order by f.id`,
      [interpreterId, this.clock.now()],
    );
  }

  /**
   * Remembers an address; it is due for reading at once. Throws `feed-address-wrong` for one that we may not ask,
   * and `too-many-feeds` after three.
   */
  async add(interpreterId: number, address: string): Promise<number> {
    const url = addressOf(address);
    const host = hostOf(url, this.settings);
    const [added] = await this.database.query<{ id: number }>(
      `insert into busy_feeds (interpreter_id, host, sealed_url, added_at, next_read_at)
       select $1, $2, $3, $4, $4 where (select count(*) from busy_feeds where interpreter_id = $1) < ${MOST_FEEDS}
       returning id`,
      [interpreterId, host, seal(this.settings.secretKey, FEED_PURPOSE, url), this.clock.now()],
    );
    if (!added) throw new DomainError('too-many-feeds', 'conflict');
    return added.id;
  }

  /** Forgets the address and its busy times; removing what is gone already changes nothing. */
  async remove(interpreterId: number, feedId: number): Promise<void> {
    await this.database.query('delete from busy_feeds where interpreter_id = $1 and id = $2', [
      interpreterId,
      feedId,
    ]);
  }
}

/** Calendar programs write `webcal:` for https. */
function addressOf(entered: string): string {
  return entered.trim().replace(/^webcals?:/i, 'https:');
}

function hostOf(url: string, settings: Settings): string {
  try {
    return permitted(url, feedRules(settings)).hostname;
  } catch {
    throw new DomainError('feed-address-wrong', 'invalid');
  }
}
