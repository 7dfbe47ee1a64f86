import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import type { Queue } from 'bullmq';

/** The queues of these names, wherever in the application they are registered. */
export function queuesOf(app: INestApplicationContext, names: readonly string[]): Queue[] {
  return names.map((name) => app.get<Queue>(getQueueToken(name), { strict: false }));
}
