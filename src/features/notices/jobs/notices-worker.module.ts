import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NOTICE_QUEUE } from '../notice-queue.js';
import { ReadMaildir } from '../returned/read-maildir.js';
import { NoticesModule } from '../notices.module.js';
import { LookForNotices } from './look-for-notices.js';
import { NoticeClockwork } from './notice-clockwork.js';
import { NoticeProcessor } from './notice.processor.js';

/** Sending by itself: for worker processes only. */
@Module({
  imports: [NoticesModule, BullModule.registerQueue({ name: NOTICE_QUEUE })],
  providers: [LookForNotices, NoticeClockwork, NoticeProcessor, ReadMaildir],
})
export class NoticesWorkerModule {}
