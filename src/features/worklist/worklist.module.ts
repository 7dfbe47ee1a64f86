import { Module } from '@nestjs/common';
import { WorklistQueries } from './worklist.queries.js';

/** What waits for somebody in the office. */
@Module({ providers: [WorklistQueries], exports: [WorklistQueries] })
export class WorklistModule {}
