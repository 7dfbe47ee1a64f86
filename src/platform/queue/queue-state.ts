import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody waits longer to hear of it. */
const PATIENCE_MS = 500;

/** Whether the queue of this process answers. */
export class QueueState {
  /** @param ask rejects when the queue is away */
  constructor(private readonly ask: () => Promise<unknown>) {}

  async isUp(): Promise<boolean> {
    const answered = this.ask().then(
      () => true,
      () => false,
    );
    return Promise.race([answered, sleep(PATIENCE_MS, false, { ref: false })]);
  }
}
