import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { NOTICE_QUEUE, WAKE_UP_OPTIONS, type NoticeJobData, type NoticeJobName } from '../notice-queue.js';
import { LookForNotices } from './look-for-notices.js';

const LOOK_EVERY_MS = 3_000;
const SWEEP_EVERY_MS = 60_000;

/** Looks for due notices every few seconds without asking the queue, and has the queue wake one worker each minute. */
@Injectable()
export class NoticeClockwork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly notices: LookForNotices,
    @InjectQueue(NOTICE_QUEUE) private readonly queue: Queue<NoticeJobData, void, NoticeJobName>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.tick();
    this.queue
      .upsertJobScheduler(
        'sweep',
        { every: SWEEP_EVERY_MS },
        { name: 'sweep', data: { noticeIds: [] }, opts: WAKE_UP_OPTIONS },
      )
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the queue is away: the sweep of each minute is left to the looks');
      });
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private tick(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.notices.keepUp().then(() => {
        this.tick();
      });
    }, LOOK_EVERY_MS);
  }
}
