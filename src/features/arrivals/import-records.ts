import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { ArrivalImports } from './arrival-imports.js';
import type { ImportCommand } from './import-arrivals.js';
import type { ImportResult } from './import-result.js';
import type { ArrivalsReading } from './reading.js';

const MAX_FILE_NAME = 200;

/** Writes down that an import took place. */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly imports: ArrivalImports,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async add(tx: Tx, command: ImportCommand, reading: ArrivalsReading, result: ImportResult): Promise<string> {
    const { officeId, actor, dryRun } = command;
    const importId = await this.imports.add(tx, {
      officeId,
      actor,
      fileName: nameOf(command.fileName),
      sha256: createHash('sha256').update(command.bytes).digest('hex'),
      result: dryRun ? result : withoutValues(result),
      content: dryRun ? reading.households : null,
      now: this.clock.now(),
    });
    if (!dryRun) await this.note(tx, { officeId, importId, actor }, result);
    return importId;
  }

  async markSaved(tx: Tx, of: ImportIdentity, result: ImportResult): Promise<void> {
    await this.imports.markSaved(tx, of.importId, withoutValues(result));
    await this.note(tx, of, result);
  }

  private note(tx: Tx, { officeId, importId, actor }: ImportIdentity, result: ImportResult): Promise<void> {
    const { rows, created, updated, unchanged, rejected } = result;
    return this.audit.record(tx, {
      officeId,
      actor,
      action: 'arrivals-imported',
      subjectKind: 'arrival-import',
      subjectId: importId,
      detail: { rows, created, updated, unchanged, rejected },
    });
  }
}

interface ImportIdentity {
  readonly officeId: number;
  readonly importId: string;
  readonly actor: string;
}

/** What stood in the cells is personal and is only needed before saving. */
function withoutValues(result: ImportResult): ImportResult {
  const errors = result.errors.map(({ line, column, code }) => ({ line, column, code }));
  return { ...result, errors };
}

/** The file's own name, without folders and without anything invisible. */
function nameOf(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').slice(0, MAX_FILE_NAME);
}
