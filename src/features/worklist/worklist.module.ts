import { Module } from '@nestjs/common';
import { VisitsModule } from '../visits/index.js';
import { WorklistQueries } from './worklist.queries.js';

/** What waits for somebody in the office. */
@Module({ imports: [VisitsModule], providers: [WorklistQueries], exports: [WorklistQueries] })
export class WorklistModule {}
