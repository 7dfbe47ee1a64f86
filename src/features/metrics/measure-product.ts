import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { allOffices } from '../../platform/database/office-scope.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { type ProductMetrics, productMetrics } from './product-metrics.js';

type Row = Readonly<Record<string, string | number | null>>;

/** Reads the figures of the product when Prometheus asks. A figure that cannot be read is left out, the others stay. */
@Injectable()
export class MeasureProduct implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    for (const group of productMetrics) this.register(group);
  }

  private register(group: ProductMetrics): void {
    // prom-client asks for all figures at once: figures of one statement share its answer
    let asked: Promise<Row[]> | undefined;
    const read = (): Promise<Row[]> => {
      asked ??= this.read(group).finally(() => {
        asked = undefined;
      });
      return asked;
    };
    for (const [name, help] of Object.entries(group.figures)) {
      new Gauge({
        name,
        help,
        labelNames: [...group.labels],
        registers: [this.metrics.registry],
        async collect() {
          const rows = await read();
          this.reset();
          // without a label it would be shown as 0 even when it is not known
          if (rows.length === 0 && group.labels.length === 0) this.remove();
          for (const row of rows) {
            const value = row[name];
            if (value !== null && value !== undefined) this.set(labelsOf(group, row), Number(value));
          }
        },
      });
    }
  }

  private async read({ sql, figures }: ProductMetrics): Promise<Row[]> {
    try {
      return await allOffices(() => this.database.query<Row>(sql, [this.clock.offsetMs()]));
    } catch (error) {
      this.logger.warn({ err: error, figures: Object.keys(figures) }, 'figures cannot be read');
      return [];
    }
  }
}

function labelsOf({ labels }: ProductMetrics, row: Row): Record<string, string> {
  return Object.fromEntries(labels.map((label) => [label, String(row[label])]));
}
