import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { Retention } from '../retention.js';

const FIRST_AFTER_MS = 15 * 60_000;
const EVERY_MS = 24 * 3_600_000;

/** Retention once a day, a while after the start so that a restart is quick. */
@Injectable()
export class RetentionClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly retention: Retention,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.wait(FIRST_AFTER_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
  }

  private wait(ms: number): void {
    this.timer = setTimeout(() => {
      this.running = this.once();
      this.wait(EVERY_MS);
    }, ms);
  }

  private async once(): Promise<void> {
    try {
      const lines = await this.retention.run({ dryRun: false });
      this.logger.info(Object.fromEntries(lines.map(({ name, entries }) => [name, entries])), 'retention');
    } catch (error) {
      this.logger.error({ err: error }, 'retention failed: it goes on where it stopped tomorrow');
    }
  }
}
