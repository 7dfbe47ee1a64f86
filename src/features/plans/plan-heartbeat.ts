import type { PlanLease, PlanLeases } from './plan-leases.js';
import type { PlanProgress } from './plan-record.js';

const BEAT_MS = 500;

/** Why a run ends before its work is done: called off, taken up by another worker, or this process stops. */
export type EarlyEnd = 'cancel' | 'lost' | 'stop';

/** Keeps a lease while a run computes, writes how far it is, and hears when it shall end. */
export class PlanHeartbeat {
  private readonly halt = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> = Promise.resolve();
  private progress: PlanProgress = { step: 'reading', share: 0, households: 0, costRappen: null };
  private early: EarlyEnd | undefined;

  constructor(
    private readonly leases: PlanLeases,
    private readonly lease: PlanLease,
    private readonly stopping: AbortSignal,
  ) {
    stopping.addEventListener('abort', this.onStop);
    if (stopping.aborted) this.onStop();
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat());
    }, BEAT_MS);
  }

  /** Aborted when the run shall end early. */
  get signal(): AbortSignal {
    return this.halt.signal;
  }

  get endedEarly(): EarlyEnd | undefined {
    return this.early;
  }

  /** Written with the next beat. */
  report(progress: Partial<PlanProgress>): void {
    this.progress = { ...this.progress, ...progress };
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

  /** A beat that fails is made good by the next one; the lease outlives many of them. */
  private async beat(): Promise<void> {
    const answer = await this.leases.renew(this.lease, this.progress).catch(() => 'go-on' as const);
    if (answer !== 'go-on') this.endEarly(answer);
  }

  private endEarly(reason: EarlyEnd): void {
    this.early ??= reason;
    this.halt.abort();
  }
}
