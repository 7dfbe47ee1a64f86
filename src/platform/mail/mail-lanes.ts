import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { MailLane } from './mail-lane.js';

/** Connections to the mail server that this process holds at most. */
export const LANES = 5;

/** The lanes of this process. Whoever wants to send takes a lane first, so that nothing waits while it is claimed. */
@Injectable()
export class MailLanes implements OnModuleDestroy {
  private readonly free: MailLane[];
  private readonly waiting: ((lane: MailLane) => void)[] = [];
  private readonly inUse = new Set<Promise<unknown>>();

  constructor(settings: Settings) {
    this.free = Array.from({ length: LANES }, () => new MailLane(settings.smtpUrl));
  }

  /** Waits for a lane, lends it, and takes it back however the work ends. */
  async withLane<T>(work: (lane: MailLane) => Promise<T>): Promise<T> {
    const lane = this.free.pop() ?? (await new Promise<MailLane>((resolve) => this.waiting.push(resolve)));
    const running = work(lane);
    this.inUse.add(running);
    try {
      return await running;
    } finally {
      this.inUse.delete(running);
      this.giveBack(lane);
    }
  }

  /** Mails on their way are let arrive before the connections close. */
  async onModuleDestroy(): Promise<void> {
    await Promise.allSettled(this.inUse);
    for (const lane of this.free) lane.close();
  }

  private giveBack(lane: MailLane): void {
    const next = this.waiting.shift();
    if (next) next(lane);
    else this.free.push(lane);
  }
}
