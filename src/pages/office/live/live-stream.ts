import type { LoggerService } from '@nestjs/common';
import type { Response } from 'express';

/** What a stream needs to know of the world. */
interface LiveSource {
  /** Changes by others since the page was made. */
  readonly count: () => Promise<number>;
  /** The sentence about so many. */
  readonly words: (count: number) => string;
  /** The figures beside the navigation, as they are now. */
  readonly figures: () => Promise<object>;
  /** Whether the reader is still signed in. */
  readonly isSignedIn: () => Promise<boolean>;
}

const BEAT_MS = 25_000;
/** Many changes of one moment are told once. */
const TOGETHER_MS = 200;
const RECONNECT_MS = 3_000;

/**
 * One open page: server-sent events `changes` with a sentence for the bar, `figures` with those beside the navigation,
 * and `end` when the session is over. It looks when the bell rings and with each beat, so that a lost connection to the database only makes it slower.
 */
export class LiveStream {
  private readonly beat: NodeJS.Timeout;
  private soon: NodeJS.Timeout | undefined;
  private told = 0;
  private isClosed = false;

  constructor(
    private readonly response: Response,
    private readonly source: LiveSource,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {
    response.setHeader('Cache-Control', 'no-store, no-transform');
    response.setHeader('X-Accel-Buffering', 'no');
    response.type('text/event-stream');
    response.write(`retry: ${RECONNECT_MS}\n\n`);
    this.beat = setInterval(() => {
      this.response.write(': \n\n');
      this.ring();
    }, BEAT_MS);
  }

  /** Looks soon whether there is something to tell. */
  ring(): void {
    if (this.isClosed) return;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      void this.look().catch((error: unknown) => {
        this.logger.warn(`An open page was not told of changes; the next beat looks again: ${String(error)}`);
      });
    }, TOGETHER_MS);
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.beat);
    clearTimeout(this.soon);
    this.response.end();
  }

  private async look(): Promise<void> {
    if (!(await this.source.isSignedIn())) {
      this.tell('end', '');
      this.close();
      return;
    }
    const count = await this.source.count();
    if (this.isClosed || count <= this.told) return;
    this.told = count;
    this.tell('changes', this.source.words(count));
    this.tell('figures', JSON.stringify(await this.source.figures()));
  }

  private tell(event: string, data: string): void {
    if (!this.isClosed) this.response.write(`id: ${this.told}\nevent: ${event}\ndata: ${data}\n\n`);
  }
}
