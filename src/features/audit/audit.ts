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

  /** The newest entries first, of one subject or of the whole office, before an entry id when one is given. */
  list(
    officeId: number,
    page: {
      readonly subjectKind?: string;
      readonly subjectId?: string | number;
      readonly before?: string;
      readonly limit: number;
    },
  ): Promise<RecordedEntry[]> {
    return this.database.query<RecordedEntry>(
      `select id, at, actor, action, subject_kind as "subjectKind", subject_id as "subjectId", detail
         from audit_entries
        where office_id = $1
          and ($2::text is null or subject_kind = $2)
          and ($3::text is null or subject_id = $3)
          and ($4::bigint is null or id < $4)
        order by id desc limit $5`,
      [
        officeId,
        page.subjectKind ?? null,
        page.subjectId === undefined ? null : String(page.subjectId),
        page.before ?? null,
        page.limit,
      ],
    );
  }
}
