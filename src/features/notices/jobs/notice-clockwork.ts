import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { Clockwork } from '../../../platform/clock/clockwork.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { NOTICE_QUEUE, WAKE_UP_OPTIONS, type NoticeJobData, type NoticeJobName } from '../notice-queue.js';
import { LookForNotices } from './look-for-notices.js';

const SWEEP_EVERY_MS = 60_000;

/** Looks for due notices every few seconds without asking the queue, and has the queue wake one worker each minute. */
@Injectable()
export class NoticeClockwork extends Clockwork {
  constructor(
    private readonly notices: LookForNotices,
    @InjectQueue(NOTICE_QUEUE) private readonly queue: Queue<NoticeJobData, void, NoticeJobName>,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, { everyMs: 3_000, failed: 'looking for due notices failed' });
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
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

  protected round(): Promise<void> {
    return this.notices.keepUp();
  }
}
