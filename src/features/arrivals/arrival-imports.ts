import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { ArrivalImport, ImportResult } from './import-result.js';
import { readableResult, readableRows, sealedResult, sealedRows } from './sealed-import.js';
import type { ArrivingHousehold } from './rows/arriving-household.js';
import { readHouseholds } from './saving/read-households.js';

const IMPORT = `select id, file_name as "fileName", state, created_by as "createdBy", created_at as "createdAt", result
  from arrival_imports`;

export interface NewImport {
  readonly officeId: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly actor: string;
  readonly result: ImportResult;
  /** The cleaned rows of a preview; null when they are saved. */
  readonly content: Uint8Array | null;
  readonly now: Date;
}

interface StoredRows {
  /** Sealed: addresses are among them. */
  readonly content: Buffer | null;
}

/** Keeps imports: what was found, and for a preview the cleaned rows until they are saved or a day has passed. */
@Injectable()
export class ArrivalImports {
  private readonly secretKey: string;

  constructor(
    private readonly database: Database,
    { secretKey }: Settings,
  ) {
    this.secretKey = secretKey;
  }

  /** Throws `arrivals-import-not-found`. */
  async get(officeId: number, id: string): Promise<ArrivalImport> {
    const [found] = await this.database.query<ArrivalImport>(
      `${IMPORT} where office_id = $1 and id::text = $2`,
      [officeId, id],
    );
    if (!found) throw new DomainError('arrivals-import-not-found', 'not-found');
    return this.readable(found);
  }

  /** The last ones that were saved, newest first. */
  async latest(officeId: number, limit: number): Promise<ArrivalImport[]> {
    const found = await this.database.query<ArrivalImport>(
      `${IMPORT} where office_id = $1 and state = 'saved' order by created_at desc, id desc limit $2`,
      [officeId, limit],
    );
    return found.map((each) => this.readable(each));
  }

  /** The first households of a preview; none once it is saved. */
  async sample(officeId: number, id: string, most: number): Promise<ArrivingHousehold[]> {
    const [row] = await this.database.query<StoredRows>(
      `select content from arrival_imports where office_id = $1 and id::text = $2`,
      [officeId, id],
    );
    for (const first of readHouseholds((row && this.rowsOf(row)) ?? Buffer.alloc(0), most)) return first;
    return [];
  }

  /** Adds an import and removes previews that nobody saved within a day. */
  async add(tx: Tx, added: NewImport): Promise<string> {
    await tx.query(
      `delete from arrival_imports where state = 'previewed' and created_at < $1::timestamptz - interval '24 hours'`,
      [added.now],
    );
    const [row] = await tx.query<{ id: string }[]>(
      `insert into arrival_imports (office_id, file_name, sha256, state, content, result, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        added.officeId,
        added.fileName,
        added.sha256,
        added.content === null ? 'saved' : 'previewed',
        added.content === null ? null : sealedRows(this.secretKey, added.content),
        sealedResult(this.secretKey, added.result),
        added.actor,
        added.now,
      ],
    );
    if (!row) throw new Error('The import was not stored.');
    return row.id;
  }

  /** The import with its cleaned rows, locked for the transaction. Throws `arrivals-import-not-found`. */
  async lock(
    tx: Tx,
    officeId: number,
    id: string,
  ): Promise<{
    readonly state: 'previewed' | 'saved';
    readonly result: ImportResult;
    readonly content: Buffer | null;
  }> {
    const [found] = await tx.query<({ state: 'previewed' | 'saved'; result: ImportResult } & StoredRows)[]>(
      `select state, result, content from arrival_imports
        where office_id = $1 and id::text = $2 for update`,
      [officeId, id],
    );
    if (!found) throw new DomainError('arrivals-import-not-found', 'not-found');
    return {
      state: found.state,
      result: readableResult(this.secretKey, found.result),
      content: this.rowsOf(found),
    };
  }

  /** Marks a preview as saved and forgets its rows. */
  async markSaved(tx: Tx, id: string, result: ImportResult): Promise<void> {
    await tx.query(`update arrival_imports set state = 'saved', content = null, result = $2 where id = $1`, [
      id,
      sealedResult(this.secretKey, result),
    ]);
  }

  /** Removes a preview; one that was saved stays. Throws `arrivals-import-not-found`. */
  async discard(officeId: number, id: string): Promise<void> {
    const found = await this.database.query(
      `with gone as (delete from arrival_imports where office_id = $1 and id::text = $2 and state = 'previewed')
       select id from arrival_imports where office_id = $1 and id::text = $2`,
      [officeId, id],
    );
    if (found.length === 0) throw new DomainError('arrivals-import-not-found', 'not-found');
  }

  private rowsOf({ content }: StoredRows): Buffer | null {
    return content && readableRows(this.secretKey, content);
  }

  private readable(kept: ArrivalImport): ArrivalImport {
    return { ...kept, result: readableResult(this.secretKey, kept.result) };
  }
}
