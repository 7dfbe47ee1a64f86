import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Office } from '../offices/index.js';
import { ArrivalImports } from './arrival-imports.js';
import { ImportRecords } from './import-records.js';
import type { ArrivalImport } from './import-result.js';
import { readArrivals } from './read-arrivals.js';
import { ReadingFactsLoader } from './reading-facts.js';
import { resultAfter, resultOf } from './result-of.js';
import { ApplyArrivals } from './saving/apply-arrivals.js';

/** Largest file that is read, in bytes. */
const MAX_FILE_BYTES = 10_000_000;

export interface ImportCommand {
  readonly officeId: number;
  readonly actor: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Read, compare and keep for a day, but do not save. */
  readonly dryRun: boolean;
}

/** Brings a list of arrivals into the office: everything in it that is right, all at once, one import at a time. */
@Injectable()
export class ImportArrivals {
  constructor(
    private readonly database: Database,
    private readonly facts: ReadingFactsLoader,
    private readonly arrivals: ApplyArrivals,
    private readonly imports: ArrivalImports,
    private readonly records: ImportRecords,
  ) {}

  /** Throws `arrivals-file-…`, `arrivals-columns-…`, `arrivals-too-many-rows` when the file is no list of arrivals. */
  async run(command: ImportCommand): Promise<ArrivalImport> {
    if (command.bytes.length > MAX_FILE_BYTES) throw new DomainError('arrivals-file-too-large', 'invalid');
    const { office, facts } = await this.facts.load(command.officeId);
    const reading = await readArrivals(command.bytes, facts);
    const write = !command.dryRun;
    const id = await this.database.transaction(async (tx) => {
      if (write) await waitForOthers(tx, office.id);
      const { policies } = office;
      const { actor } = command;
      const { households } = reading;
      const applied = { officeId: office.id, policies, today: facts.today, actor, households, write };
      const result = resultOf(reading, await this.arrivals.run(tx, applied));
      return this.records.add(tx, command, reading, result);
    });
    return this.imports.get(office.id, id);
  }

  /** Saves all valid rows of a preview; a second time it only answers what the first time did. */
  async save(officeId: number, importId: string, actor: string): Promise<ArrivalImport> {
    const { office, facts } = await this.facts.load(officeId);
    await this.database.transaction((tx) =>
      this.saveOnce(tx, { office, today: facts.today, importId, actor }),
    );
    return this.imports.get(officeId, importId);
  }

  private async saveOnce(
    tx: Tx,
    at: {
      readonly office: Office;
      readonly today: string;
      readonly importId: string;
      readonly actor: string;
    },
  ): Promise<void> {
    const { office, today, importId, actor } = at;
    await waitForOthers(tx, office.id);
    const { result, content } = await this.imports.lock(tx, office.id, importId);
    if (content === null) return;
    const { id: officeId, policies } = office;
    const applied = { officeId, policies, today, actor, households: content, write: true };
    const tally = await this.arrivals.run(tx, applied);
    await this.records.markSaved(tx, { officeId, importId, actor }, resultAfter(result, tally));
  }
}

/** One import after the other in an office; a large one may take its time. */
async function waitForOthers(tx: Tx, officeId: number): Promise<void> {
  await tx.query(`select set_config('lock_timeout', '120s', true)`);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('arrivals-import', $1::bigint))`, [officeId]);
  await tx.query(`select set_config('lock_timeout', '2s', true)`);
}
