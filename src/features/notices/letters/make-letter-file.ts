import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ItemOutcome, type Job, JobItems } from '../../jobs/index.js';
import { LetterFiles } from './letter-files.js';
import { LetterQueries } from './letter.queries.js';
import { PrintLetters } from './print-letters.js';

/** A letter of a job: its place in the job, and its notice. */
export interface OrderedLetter {
  readonly position: number;
  readonly id: string;
}

/** Makes one file of a print job, and notes in the same transaction what became of its letters. */
@Injectable()
export class MakeLetterFile {
  constructor(
    private readonly database: Database,
    private readonly items: JobItems,
    private readonly letters: LetterQueries,
    private readonly printLetters: PrintLetters,
    private readonly files: LetterFiles,
  ) {}

  /** Letters that hold no more since they were ordered are left out. Rejects when a letter cannot be written. */
  async run(job: Job, ordered: readonly OrderedLetter[]): Promise<void> {
    const due = await this.letters.due(
      job.officeId,
      ordered.map(({ id }) => id),
    );
    const held = new Set(due.map(({ id }) => id));
    const pdf = held.size > 0 ? await this.printLetters.run(job.officeId, [...held], job.createdBy) : null;
    await this.database.transaction(async (tx) => {
      if (pdf) await this.files.keep(tx, job, pdf, held.size);
      for (const { position, id } of ordered) {
        const outcome: ItemOutcome = held.has(id)
          ? { state: 'done' }
          : { state: 'skipped', note: 'changed-since' };
        await this.items.mark(tx, job.id, position, outcome);
      }
    });
  }
}
