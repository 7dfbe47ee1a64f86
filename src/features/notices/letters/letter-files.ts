import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { seal, unseal } from '../../../platform/secrets/sealed.js';
import { Audit } from '../../audit/index.js';

/** A file of a print job: its number, from 1, and how many letters it holds. */
export interface LetterFile {
  readonly number: number;
  readonly letters: number;
}

/** Which file, and who wants it: `staff:<id>`. */
interface LetterFileRequest {
  readonly officeId: number;
  readonly jobId: string;
  readonly number: number;
  readonly actor: string;
}

const PURPOSE = 'letter file';

/** Files for the printer. The codes in them open pages: they are kept sealed, and for a day (`retention-classes.ts`). */
@Injectable()
export class LetterFiles {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Adds the next file of a job. */
  async keep(
    tx: Tx,
    job: { readonly id: string; readonly officeId: number },
    pdf: Buffer,
    letters: number,
  ): Promise<void> {
    const sealed = seal(this.settings.secretKey, PURPOSE, pdf.toString('base64'));
    await tx.query(
      `insert into letter_files (job_id, number, office_id, letters, sealed, made_at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from letter_files where job_id = $1`,
      [job.id, job.officeId, letters, sealed, this.clock.now()],
    );
  }

  /** In the order in which they were made. */
  list(officeId: number, jobId: string): Promise<LetterFile[]> {
    return this.database.query<LetterFile>(
      'select number, letters from letter_files where office_id = $1 and job_id = $2 order by number',
      [officeId, jobId],
    );
  }

  /** The PDF, after it was written down who opened it; undefined when it is gone. */
  open({ officeId, jobId, number, actor }: LetterFileRequest): Promise<Buffer | undefined> {
    return this.database.transaction(async (tx) => {
      const [file] = await tx.query<{ sealed: Buffer }[]>(
        'select sealed from letter_files where office_id = $1 and job_id = $2 and number = $3',
        [officeId, jobId, number],
      );
      if (!file) return undefined;
      const subject = { subjectKind: 'job', subjectId: jobId, detail: { file: number } };
      await this.audit.record(tx, { officeId, actor, action: 'letters-opened', ...subject });
      return Buffer.from(unseal(this.settings.secretKey, PURPOSE, file.sealed), 'base64');
    });
  }
}
