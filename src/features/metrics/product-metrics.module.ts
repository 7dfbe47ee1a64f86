import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NOTICE_QUEUE } from '../notices/index.js';
import { PLAN_QUEUE } from '../plans/index.js';
import { MeasureProduct } from './measure-product.js';
import { MeasureQueues } from './measure-queues.js';

/** What operators watch: work that should be done and is not. */
@Module({
  imports: [BullModule.registerQueue({ name: NOTICE_QUEUE }, { name: PLAN_QUEUE })],
  providers: [MeasureProduct, MeasureQueues],
})
export class ProductMetricsModule {}
