import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Job } from './job.js';

const COLUMNS = `
id, office_id as "officeId", kind, state, about, step, total, done, failed, skipped, facts, result, failure,
cancel_requested as "cancelRequested", state = 'running' and lease_until < now() as "isStalled",
created_by as "createdBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Reads jobs of one office; a job of another office is not found. */
@Injectable()
export class JobQueries {
  constructor(private readonly database: Database) {}

  /** Throws `job-not-found`. */
  async get(officeId: number, jobId: string): Promise<Job> {
    if (!UUID.test(jobId)) throw notFound();
    const sql = `select ${COLUMNS} from jobs where office_id = $1 and id = $2`;
    return only(await this.database.query<Job>(sql, [officeId, jobId]));
  }

  /** The job, locked until the transaction ends. Throws `job-not-found`. */
  async lock(tx: Tx, officeId: number, jobId: string): Promise<Job> {
    if (!UUID.test(jobId)) throw notFound();
    const sql = `select ${COLUMNS} from jobs where office_id = $1 and id = $2 for update`;
    return only(await tx.query<Job[]>(sql, [officeId, jobId]));
  }

  /** The newest first. */
  list(officeId: number, limit: number): Promise<Job[]> {
    const sql = `select ${COLUMNS} from jobs where office_id = $1 order by created_at desc, id desc limit $2`;
    return this.database.query<Job>(sql, [officeId, limit]);
  }
}

function only(jobs: readonly Job[]): Job {
  const [job] = jobs;
  if (!job) throw notFound();
  return job;
}

const notFound = (): DomainError => new DomainError('job-not-found', 'not-found');
