import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OrderJob } from '../../jobs/index.js';
import { LetterQueries } from './letter.queries.js';

/** As many letters as one job prints. */
export const LETTERS_PER_JOB = 500;

/** Orders the printing of letters; a worker makes the files. */
@Injectable()
export class OrderPrinting {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterQueries,
    private readonly jobs: OrderJob,
  ) {}

  /**
   * The job's id. Letters that hold no more are left out. Throws `letters-none-due` when none is left, and
   * `letters-too-many` for more than `LETTERS_PER_JOB`.
   */
  async run(officeId: number, ids: readonly string[], actor: string): Promise<string> {
    if (ids.length > LETTERS_PER_JOB) {
      throw new DomainError('letters-too-many', 'invalid', { count: LETTERS_PER_JOB });
    }
    const due = await this.letters.due(officeId, ids);
    if (due.length === 0) throw new DomainError('letters-none-due', 'not-found');
    const order = {
      officeId,
      actor,
      kind: 'letters',
      about: { letters: due.map(({ id }) => id) },
      householdIds: due.map(({ householdId }) => householdId),
    } as const;
    const jobId = await this.database.transaction((tx) => this.jobs.run(tx, order));
    await this.jobs.wake(jobId, 'letters');
    return jobId;
  }
}
