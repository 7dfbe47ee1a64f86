import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import type { TextRecord } from './text-state.js';

const COLUMNS = `language, key, words, state, source_hash as "sourceHash", words_hash as "wordsHash",
  edited_by as "editedBy", edited_at as "editedAt", reviewed_by as "reviewedBy", reviewed_at as "reviewedAt",
  approved_by as "approvedBy", approved_at as "approvedAt"`;

/** Reads and writes what an office decided about its texts. */
@Injectable()
export class OfficeTextsRepository {
  constructor(private readonly database: Database) {}

  /** Grows with every change to the texts of an office. */
  async version(officeId: number): Promise<string> {
    const [row] = await this.database.query<{ version: string }>(
      'select coalesce(max(version), 0)::text as version from office_texts where office_id = $1',
      [officeId],
    );
    return row?.version ?? '0';
  }

  all(officeId: number): Promise<TextRecord[]> {
    return this.database.query<TextRecord>(`select ${COLUMNS} from office_texts where office_id = $1`, [
      officeId,
    ]);
  }

  /** The records of one language, locked until the transaction ends. */
  async forChange(tx: Tx, officeId: number, language: string): Promise<TextRecord[]> {
    await tx.query('select pg_advisory_xact_lock(5347, hashtext($1))', [`texts ${officeId} ${language}`]);
    return tx.query<TextRecord[]>(
      `select ${COLUMNS} from office_texts where office_id = $1 and language = $2`,
      [officeId, language],
    );
  }

  /** Writes records over the ones that are there. */
  async save(tx: Tx, officeId: number, records: readonly TextRecord[]): Promise<void> {
    if (records.length > 0) await tx.query(SAVE_SQL, [officeId, JSON.stringify(records)]);
  }
}

const SAVE_SQL = `
insert into office_texts (office_id, language, key, words, state, source_hash, words_hash,
  edited_by, edited_at, reviewed_by, reviewed_at, approved_by, approved_at)
select $1, language, key, words, state, "sourceHash", "wordsHash",
  "editedBy", "editedAt", "reviewedBy", "reviewedAt", "approvedBy", "approvedAt"
from jsonb_to_recordset($2::jsonb) as r (language text, key text, words text, state text, "sourceHash" text,
  "wordsHash" text, "editedBy" text, "editedAt" timestamptz, "reviewedBy" text, "reviewedAt" timestamptz,
  "approvedBy" text, "approvedAt" timestamptz)
on conflict on constraint office_texts_pk do update set words = excluded.words, state = excluded.state,
  source_hash = excluded.source_hash, words_hash = excluded.words_hash, edited_by = excluded.edited_by,
  edited_at = excluded.edited_at, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at,
  approved_by = excluded.approved_by, approved_at = excluded.approved_at,
  version = nextval('office_text_versions')`;
