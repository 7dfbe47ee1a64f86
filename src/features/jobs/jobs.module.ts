import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { EndJob } from './end-job.js';
import { JobHandlers } from './job-handlers.js';
import { JobItems } from './job-items.js';
import { JobLeases } from './job-leases.js';
import { JobQueue, JOB_QUEUE } from './job-queue.js';
import { JobProcessor, JobWorker } from './job-worker.js';
import { JobQueries } from './job.queries.js';
import { OrderJob } from './order-job.js';
import { RunJob } from './run-job.js';

const offered = [EndJob, JobHandlers, JobItems, JobLeases, JobQueries, OrderJob, RunJob];

/** Long work: ordered, done piece by piece, called off, started again. */
@Module({
  imports: [AuditModule, BullModule.registerQueue({ name: JOB_QUEUE })],
  providers: [JobQueue, ...offered],
  exports: offered,
})
export class JobsModule {}

/** What only workers do: the work itself. */
@Module({ imports: [JobsModule], providers: [JobWorker, JobProcessor] })
export class JobsWorkerModule {}
