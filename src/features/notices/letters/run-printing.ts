import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../../../platform/database/database.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { type Job, JobHandlers, type JobHandler, type JobHeartbeat, JobItems } from '../../jobs/index.js';
import { MakeLetterFile, type OrderedLetter } from './make-letter-file.js';
import { LETTERS_PER_FILE } from './print-letters.js';

/** Makes the files of a print job, one after the other. */
@Injectable()
export class RunPrinting implements JobHandler, OnModuleInit {
  readonly kind = 'letters';

  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly items: JobItems,
    private readonly makeFile: MakeLetterFile,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async run(job: Job, heartbeat: JobHeartbeat): Promise<null> {
    heartbeat.report({ step: 'working', ...(await this.items.counts(job.id)) });
    const ids = job.about['letters'] as readonly string[];
    const waiting = (await this.items.inState(job.id, 'waiting')).map(({ position }) => ({
      position,
      id: ids[position - 1] ?? '',
    }));
    for (let first = 0; first < waiting.length && !heartbeat.signal.aborted; first += LETTERS_PER_FILE) {
      await this.file(job, waiting.slice(first, first + LETTERS_PER_FILE));
      heartbeat.report(await this.items.counts(job.id));
    }
    return null;
  }

  /** One file; when it cannot be made, its halves, so that a letter that cannot be written holds up no other. */
  private async file(job: Job, ordered: readonly OrderedLetter[]): Promise<void> {
    try {
      await this.makeFile.run(job, ordered);
    } catch (error) {
      const middle = Math.ceil(ordered.length / 2);
      if (middle === ordered.length) return this.fail(job, ordered, error);
      await this.file(job, ordered.slice(0, middle));
      await this.file(job, ordered.slice(middle));
    }
  }

  private async fail(job: Job, ordered: readonly OrderedLetter[], error: unknown): Promise<void> {
    this.logger.error({ err: error, jobId: job.id }, 'a letter cannot be printed');
    await this.database.transaction(async (tx) => {
      for (const { position } of ordered)
        await this.items.mark(tx, job.id, position, { state: 'failed', note: 'error' });
    });
  }
}
