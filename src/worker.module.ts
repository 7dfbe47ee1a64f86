import { Module } from '@nestjs/common';
import { NoticesWorkerModule } from './features/notices/index.js';

/** What only a process with `ROLE=worker` or `ROLE=all` does: job handlers and recurring tasks. */
@Module({ imports: [NoticesWorkerModule] })
export class WorkerModule {}
