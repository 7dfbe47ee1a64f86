import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';

/** When rounds take place, and what the log says of one that failed. */
interface Pace {
  /** Pause after each round. */
  readonly everyMs: number;
  /** Pause before the first round, when it is another. */
  readonly firstAfterMs?: number;
  readonly failed: string;
}

/**
 * What a process does again and again by itself: one round at a time with a pause after each. A round that fails is
 * logged, and the next one tries again; stopping waits for the round that runs.
 */
export abstract class Clockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  protected constructor(
    protected readonly logger: Logger,
    private readonly pace: Pace,
  ) {}

  protected abstract round(): Promise<unknown>;

  /** Long rounds ask between two steps. */
  protected get isStopped(): boolean {
    return this.stopped;
  }

  onApplicationBootstrap(): void {
    this.wait(this.pace.firstAfterMs ?? this.pace.everyMs);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private wait(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.once().then(() => {
        this.wait(this.pace.everyMs);
      });
    }, ms);
  }

  private async once(): Promise<void> {
    try {
      await this.round();
    } catch (error) {
      this.logger.error({ err: error }, this.pace.failed);
    }
  }
}
