import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import type { QueueConnection } from './queue-connection.js';

/** BullMQ for the whole application; features register their own queue with `BullModule.registerQueue`. */
@Module({})
export class QueueModule {
  static with(connection: QueueConnection): DynamicModule {
    return { module: QueueModule, imports: [BullModule.forRoot({ connection: connection.options })] };
  }
}
