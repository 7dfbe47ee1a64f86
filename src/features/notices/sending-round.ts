import type { DeliveryDecision } from './delivery-decision.js';

/** What one look at the due notices did. */
export interface RoundResult {
  readonly sent: number;
  /** Will be tried again. */
  readonly retried: number;
  /** Bounced, failed or of unknown end: staff see them. */
  readonly troubled: number;
  /** No longer valid, so nobody was written to. */
  readonly putAside: number;
  /** The mail server is away or refuses us. */
  readonly mailServerInTrouble: boolean;
}

/** Counts one look and says when to stop it. */
export class SendingRound {
  private readonly counts = { sent: 0, retried: 0, troubled: 0, putAside: 0 };
  private inTrouble = false;
  private stopped = false;

  get isOver(): boolean {
    return this.stopped || this.inTrouble;
  }

  stop(): void {
    this.stopped = true;
  }

  countPutAside(): void {
    this.counts.putAside += 1;
  }

  count({ state, pauseSending }: DeliveryDecision): void {
    if (state === 'sent') this.counts.sent += 1;
    else if (state === 'planned') this.counts.retried += 1;
    else this.counts.troubled += 1;
    if (pauseSending) this.inTrouble = true;
  }

  result(): RoundResult {
    return { ...this.counts, mailServerInTrouble: this.inTrouble };
  }
}
