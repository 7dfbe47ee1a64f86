import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';
import { QueueState } from '../queue/queue-state.js';

/** Upper ends in seconds: a page should take a tenth, a booking under contention three, an import more. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3, 10, 30];

/** What this process measures, in the exposition format of Prometheus. Features add their own to the registry. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly answers: Histogram;
  private hasDefaults = false;

  constructor(database: Database, queue: QueueState) {
    const registers = [this.registry];
    this.answers = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from a request to its answer, by method, route pattern and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.watch({ name: 'welcome_talks_database_up', what: 'PostgreSQL' }, () =>
      database.query('select 1').then(
        () => true,
        () => false,
      ),
    );
    this.watch({ name: 'welcome_talks_queue_up', what: 'the queues of this process' }, () => queue.isUp());
    new Counter({
      name: 'welcome_talks_transaction_retries_total',
      help: 'Transactions begun again after a passing conflict, by SQLSTATE.',
      labelNames: ['sqlstate'],
      registers,
      collect() {
        this.reset();
        for (const [sqlstate, count] of database.retries) this.inc({ sqlstate }, count);
      },
    });
  }

  private watch(
    { name, what }: { readonly name: string; readonly what: string },
    isUp: () => Promise<boolean>,
  ): void {
    new Gauge({
      name,
      help: `1 when ${what} answered at this scrape, else 0.`,
      registers: [this.registry],
      async collect() {
        this.set((await isUp()) ? 1 : 0);
      },
    });
  }

  /** Notes one answered request; `route` is a pattern such as `/office/talks/:id`, never an address. */
  answered(
    request: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ): void {
    this.answers.observe({ ...request, status: String(request.status) }, seconds);
  }

  /** Everything as text. The figures of the process itself are watched from the first call on. */
  async text(): Promise<string> {
    if (!this.hasDefaults) {
      this.hasDefaults = true;
      collectDefaultMetrics({ register: this.registry });
    }
    return this.registry.metrics();
  }
}
