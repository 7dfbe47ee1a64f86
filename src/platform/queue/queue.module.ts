import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import type { QueueConnection } from './queue-connection.js';
import { QueueState } from './queue-state.js';

/** BullMQ for the whole application; features register their own queue with `BullModule.registerQueue`. */
@Module({})
export class QueueModule {
  static with(connection: QueueConnection): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [BullModule.forRoot({ connection: connection.options })],
      providers: [{ provide: QueueState, useValue: connection.state }],
      exports: [QueueState],
    };
  }
}
