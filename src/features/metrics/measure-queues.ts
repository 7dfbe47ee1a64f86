import { setTimeout as sleep } from 'node:timers/promises';
import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Gauge } from 'prom-client';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { JOB_QUEUE } from '../jobs/index.js';
import { NOTICE_QUEUE } from '../notices/index.js';

/** A queue that is away must not keep Prometheus waiting for the rest. */
const PATIENCE_MS = 2000;

/** How many wake-ups wait in the queues and how old the oldest is. */
@Injectable()
export class MeasureQueues implements OnModuleInit {
  private readonly queues: readonly Queue[];

  constructor(
    private readonly metrics: Metrics,
    @InjectQueue(NOTICE_QUEUE) notices: Queue,
    @InjectQueue(JOB_QUEUE) jobs: Queue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.queues = [notices, jobs];
  }

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const labelNames = ['queue'];
    const waiting = new Gauge({
      name: 'welcome_talks_queue_waiting',
      help: 'Jobs that wait for a worker.',
      labelNames,
      registers,
    });
    const age: Gauge = new Gauge({
      name: 'welcome_talks_queue_age_seconds',
      help: 'How long the oldest of them has waited, by the clock of this machine.',
      labelNames,
      registers,
      collect: async () => {
        const measured = await Promise.all(this.queues.map((queue) => this.measure(queue)));
        waiting.reset();
        age.reset();
        for (const { queue, jobs, seconds } of measured.flat()) {
          waiting.set({ queue }, jobs);
          age.set({ queue }, seconds);
        }
      },
    });
  }

  /** Nothing when the queue does not answer in time. */
  private async measure(queue: Queue): Promise<{ queue: string; jobs: number; seconds: number }[]> {
    try {
      const [jobs, [oldest]] = await patiently(
        Promise.all([queue.getWaitingCount(), queue.getWaiting(0, 0)]),
      );
      const present = performance.timeOrigin + performance.now();
      const seconds = oldest ? Math.max(0, (present - oldest.timestamp) / 1000) : 0;
      return [{ queue: queue.name, jobs, seconds }];
    } catch (error) {
      this.logger.warn({ err: error, queue: queue.name }, 'the queue cannot be measured');
      return [];
    }
  }
}

async function patiently<T>(work: Promise<T>): Promise<T> {
  const gaveUp = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, { signal: gaveUp.signal }).then(() => {
    throw new Error('no answer in time');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    gaveUp.abort();
    late.catch(() => undefined);
  }
}
