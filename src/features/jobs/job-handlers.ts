import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import type { JobHeartbeat } from './job-heartbeat.js';
import type { Job, JobKind } from './job.js';

/** How one kind of job is done. It may be begun again after a worker died: what is done must not be done twice. */
export interface JobHandler {
  readonly kind: JobKind;
  /**
   * Does the work and gives the result. It stops soon after `heartbeat.signal` and gives what there is. A handler that
   * must end the job in the transaction of its result does so with `JobLeases.finish`; ending it again does nothing.
   */
  readonly run: (job: Job, heartbeat: JobHeartbeat) => Promise<Job['result']>;
  /** What else is to be written when the job has failed, in the same transaction. */
  readonly failed?: (tx: Tx, job: Job) => Promise<void>;
  /** What else is to be written when somebody starts it again, in the same transaction; may refuse. */
  readonly restarted?: (tx: Tx, job: Job) => Promise<void>;
}

/** Which feature does which kind of job. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobKind, JobHandler>();

  /** To be called once for each kind, when the application starts. */
  add(handler: JobHandler): void {
    if (this.handlers.has(handler.kind)) throw new Error(`Two features do jobs of the kind ${handler.kind}.`);
    this.handlers.set(handler.kind, handler);
  }

  of(kind: JobKind): JobHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`No feature does jobs of the kind ${kind}.`);
    return handler;
  }
}
