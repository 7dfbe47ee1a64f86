import { Module } from '@nestjs/common';

/** What only a process with `ROLE=worker` or `ROLE=all` does: job handlers and recurring tasks. */
@Module({ imports: [] })
export class WorkerModule {}
