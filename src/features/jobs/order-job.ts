import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { JobItems } from './job-items.js';
import { JobQueue } from './job-queue.js';
import type { Job, JobKind } from './job.js';

/** What is to be done. */
export interface JobOrder {
  readonly officeId: number;
  readonly actor: string;
  readonly kind: JobKind;
  readonly about: Job['about'];
  /** Left out: a new one. */
  readonly id?: string;
  /** One piece of work each, in this order; left out: the work is in one piece. */
  readonly householdIds?: readonly number[];
}

/** Orders long work; a worker does it. */
@Injectable()
export class OrderJob {
  constructor(
    private readonly clock: Clock,
    private readonly items: JobItems,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  /** The job's id. Once the transaction is through, `wake` saves the job the wait for the next sweep. */
  async run(tx: Tx, order: JobOrder): Promise<string> {
    const { officeId, actor, kind, about, id, householdIds = [] } = order;
    const [job] = await tx.query<{ id: string }[]>(
      `insert into jobs (id, office_id, kind, about, total, created_by, created_at)
       values (coalesce($1::uuid, uuidv7()), $2, $3, $4, $5, $6, $7) returning id`,
      [id ?? null, officeId, kind, about, householdIds.length, actor, this.clock.now()],
    );
    if (!job) throw new Error('The job was not stored.');
    await this.items.add(tx, { id: job.id, officeId }, householdIds);
    const detail = { kind, action: about['action'] ?? null, households: householdIds.length };
    const subject = { subjectKind: 'job', subjectId: job.id };
    await this.audit.record(tx, { officeId, actor, action: 'job-ordered', ...subject, detail });
    return job.id;
  }

  /** Tells the workers that a job waits. */
  wake(jobId: string, kind: JobKind): Promise<void> {
    return this.queue.wake(jobId, kind);
  }
}
