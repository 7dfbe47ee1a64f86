import type { JobLease, JobLeases } from './job-leases.js';
import type { Job, JobProgress } from './job.js';

const BEAT_MS = 500;

/** Why a job ends before its work is done: called off, taken up by another worker, or this process stops. */
export type EarlyEnd = 'cancel' | 'lost' | 'stop';

/** Keeps a lease while a job is done, writes how far it is, and hears when it shall end. */
export class JobHeartbeat {
  private readonly halt = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> = Promise.resolve();
  private progress: JobProgress;
  private early: EarlyEnd | undefined;

  constructor(
    private readonly leases: JobLeases,
    readonly lease: JobLease,
    job: Job,
    private readonly stopping: AbortSignal,
  ) {
    const { step, total, done, failed, skipped, facts } = job;
    this.progress = { step, total, done, failed, skipped, facts };
    stopping.addEventListener('abort', this.onStop);
    if (stopping.aborted) this.onStop();
    if (job.cancelRequested) this.endEarly('cancel');
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat());
    }, BEAT_MS);
  }

  /** Aborted when the job shall end early. */
  get signal(): AbortSignal {
    return this.halt.signal;
  }

  get endedEarly(): EarlyEnd | undefined {
    return this.early;
  }

  /** Written with the next beat; figures of `facts` are added to those that are there. */
  report(progress: Partial<JobProgress>): void {
    const facts = { ...this.progress.facts, ...progress.facts };
    this.progress = { ...this.progress, ...progress, facts };
  }

  /** Writes at once how far the job is. */
  async beat(): Promise<void> {
    // a beat that fails is made good by the next one; the lease outlives many of them
    const answer = await this.leases.renew(this.lease, this.progress).catch(() => 'go-on' as const);
    if (answer !== 'go-on') this.endEarly(answer);
  }

  /** No beat comes after this. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.removeEventListener('abort', this.onStop);
    await this.beating;
  }

  private readonly onStop = (): void => {
    this.endEarly('stop');
  };

  private endEarly(reason: EarlyEnd): void {
    this.early ??= reason;
    this.halt.abort();
  }
}
