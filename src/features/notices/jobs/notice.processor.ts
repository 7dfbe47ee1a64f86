import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { withLogContext } from '../../../platform/logging/log-context.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { NOTICE_QUEUE, NoticeJob, type NoticeJobData, type NoticeJobName } from '../notice-queue.js';
import { LookForNotices } from './look-for-notices.js';

/** A look may run twice, so a job that was given up too early does no harm; found again after ten seconds. */
const LOCKS = { lockDuration: 30_000, stalledInterval: 10_000 };

/** Answers the queue's wake-ups. Both jobs do the same, because only the table knows what is due. */
@Processor(NOTICE_QUEUE, LOCKS)
export class NoticeProcessor extends WorkerHost {
  constructor(
    private readonly notices: LookForNotices,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async process(job: Job<NoticeJobData, void, NoticeJobName>): Promise<void> {
    NoticeJob.parse(job.data);
    const { id: jobId = '' } = job;
    await withLogContext({ queue: NOTICE_QUEUE, jobId }, () => this.notices.look());
  }

  /** The queue connects again by itself; meanwhile the looks of the clockwork do its work. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble');
  }
}
