import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NOTICE_QUEUE } from '../notices/index.js';
import { JOB_QUEUE } from '../jobs/index.js';
import { MeasureProduct } from './measure-product.js';
import { MeasureQueues } from './measure-queues.js';

/** What operators watch: work that should be done and is not. */
@Module({
  imports: [BullModule.registerQueue({ name: NOTICE_QUEUE }, { name: JOB_QUEUE })],
  providers: [MeasureProduct, MeasureQueues],
})
export class ProductMetricsModule {}
