import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';

/** Who did what to which thing. `detail` holds field names and states, never values of protected fields. */
export interface AuditEntry {
  readonly officeId: number;
  /** `staff:<id>`, `household:<id>`, `interpreter:<id>`, `api:<id>` or `system`. */
  readonly actor: string;
  /** A verb in the past, such as `talk-moved`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | number;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An entry as it is read back. */
export interface RecordedEntry extends Required<Omit<AuditEntry, 'officeId' | 'subjectId'>> {
  readonly id: string;
  readonly at: Date;
  readonly subjectId: string;
}

/** Every action and kind of subject that occurs, and every actor but households and interpreters. */
export interface AuditChoices {
  readonly actions: readonly string[];
  readonly subjectKinds: readonly string[];
  readonly actors: readonly string[];
}

/** Which entries to list: `from` included, `until` not; `without` leaves actions out. */
export interface AuditFilter {
  readonly subjectKind?: string;
  readonly subjectId?: string | number;
  readonly action?: string;
  readonly actor?: string;
  readonly from?: Date;
  readonly until?: Date;
  readonly without?: readonly string[];
  /** An entry id. */
  readonly before?: string;
  readonly limit: number;
}

/**
 * The values of a column in the entries of an office `$1`, from one to the next in the index: as many steps as values,
 * however many entries there are. With `beginnings` only values that begin with one of them.
 */
const distinct = (column: string, beginnings: readonly string[] = ['']): string =>
  beginnings.map((beginning, index) => stepsThrough(column, beginning, `step${index}`)).join(' union all ');

const stepsThrough = (column: string, beginning: string, step: string): string => `(
with recursive ${step} as (
  (select ${column} as value from audit_entries where office_id = $1 and ${column} >= '${beginning}'
    order by ${column} limit 1)
  union all
  select (select ${column} from audit_entries where office_id = $1 and ${column} > ${step}.value
    order by ${column} limit 1) from ${step} where starts_with(${step}.value, '${beginning}')
) select value from ${step} where starts_with(value, '${beginning}'))`;

/** The audit trail: written in the transaction of what it records. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit_entries (office_id, at, actor, action, subject_kind, subject_id, detail)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.officeId,
        this.clock.now(),
        entry.actor,
        entry.action,
        entry.subjectKind,
        String(entry.subjectId),
        entry.detail ?? {},
      ],
    );
  }

  /** Records that somebody read or took along personal data: there is no transaction that it could belong to. */
  async recordReading(entry: AuditEntry): Promise<void> {
    await this.database.transaction((tx) => this.record(tx, entry));
  }

  /** Many entries in one statement. */
  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    await tx.query(
      `insert into audit_entries (office_id, at, actor, action, subject_kind, subject_id, detail)
       select e."officeId", $2, e.actor, e.action, e."subjectKind", e."subjectId", coalesce(e.detail, '{}')
         from jsonb_to_recordset($1::jsonb) as e ("officeId" int, actor text, action text, "subjectKind" text,
              "subjectId" text, detail jsonb)`,
      [JSON.stringify(entries), this.clock.now()],
    );
  }

  /** What the entries of an office can be filtered by. */
  async choices(officeId: number): Promise<AuditChoices> {
    const [row] = await this.database.query<AuditChoices>(
      `select array(${distinct('action')}) as actions, array(${distinct('subject_kind')}) as "subjectKinds",
              array(${distinct('actor', ['api:', 'staff:', 'system'])}) as actors`,
      [officeId],
    );
    return row ?? { actions: [], subjectKinds: [], actors: [] };
  }

  /** The newest entries first, those that all parts of the filter fit, before an entry id when one is given. */
  list(officeId: number, page: AuditFilter): Promise<RecordedEntry[]> {
    return this.database.query<RecordedEntry>(
      `select id, at, actor, action, subject_kind as "subjectKind", subject_id as "subjectId", detail
         from audit_entries
        where office_id = $1
          and ($2::text is null or subject_kind = $2)
          and ($3::text is null or subject_id = $3)
          and ($4::bigint is null or id < $4)
          and ($6::text is null or action = $6) and ($7::text is null or actor = $7)
          and ($8::timestamptz is null or at >= $8) and ($9::timestamptz is null or at < $9)
          and action <> all ($10)
        order by id desc limit $5`,
      [
        officeId,
        page.subjectKind ?? null,
        page.subjectId === undefined ? null : String(page.subjectId),
        page.before ?? null,
        page.limit,
        page.action ?? null,
        page.actor ?? null,
        page.from ?? null,
        page.until ?? null,
        page.without ?? [],
      ],
    );
  }
}
