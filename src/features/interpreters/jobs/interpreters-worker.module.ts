import { Module } from '@nestjs/common';
import { InterpretersModule } from '../interpreters.module.js';
import { BusyFeedClockwork } from './busy-feed-clockwork.js';

/** Reading calendars by itself: for worker processes only. */
@Module({ imports: [InterpretersModule], providers: [BusyFeedClockwork] })
export class InterpretersWorkerModule {}
