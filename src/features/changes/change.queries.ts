import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which changes a page asks for. */
export interface ChangesAsked {
  readonly officeId: number;
  /** What the page had seen: a snapshot as PostgreSQL writes it, `745:751:746`. */
  readonly since: string;
  /** Kinds of things, such as `talk`. */
  readonly topics: readonly string[];
  /** Whose own changes are no news, `staff:7`. */
  readonly actor: string;
}

/** Counts changes; names and contents are nowhere in them. */
@Injectable()
export class ChangeQueries {
  constructor(private readonly database: Database) {}

  /** What everything that is read from now on has seen. */
  async position(): Promise<string> {
    const [row] = await this.database.query<{ position: string }>(
      'select pg_current_snapshot()::text as position',
    );
    return row?.position ?? '';
  }

  /** Changes by others that a page has not seen, of the last day. */
  async count({ officeId, since, topics, actor }: ChangesAsked): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select coalesce(sum(count), 0)::int as count from changes
        where office_id = $1 and xact >= pg_snapshot_xmin($2::pg_snapshot)
          and not pg_visible_in_snapshot(xact, $2::pg_snapshot)
          and topic = any ($3) and actor <> $4`,
      [officeId, since, topics, actor],
    );
    return row?.count ?? 0;
  }
}
