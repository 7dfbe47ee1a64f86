import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { shortly } from '../../platform/queue/shortly.js';
import { NOTICE_QUEUE, WAKE_UP_OPTIONS, type NoticeJobData, type NoticeJobName } from './notice-queue.js';

/** Tells the workers to look now instead of at their next turn. Call it after the transaction. */
@Injectable()
export class WakeNoticeWorker {
  constructor(
    @InjectQueue(NOTICE_QUEUE) private readonly queue: Queue<NoticeJobData, void, NoticeJobName>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // without a listener BullMQ writes to the console
    queue.on('error', (error) => {
      logger.warn({ err: error }, 'the queue is in trouble');
    });
  }

  /** A queue that is away costs a few seconds until the next look, nothing else. */
  async wake(noticeIds: readonly string[]): Promise<void> {
    try {
      await shortly(this.queue.add('look', { noticeIds: [...noticeIds] }, WAKE_UP_OPTIONS));
    } catch (error) {
      this.logger.warn({ err: error }, 'the queue is away: workers will find the notices by themselves');
    }
  }
}
