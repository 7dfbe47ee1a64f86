import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';

/** How long requests under way may take to their end; the whole stop has 20 s (main.ts). */
const LONGEST_END_MS = 10_000;

/** Whether this process takes requests, and how it stops to. */
@Injectable()
export class Serving {
  private readonly open = new Set<Response>();
  private hasEnded = false;

  /** The process is about to stop: whoever distributes requests should look for another one. */
  get isEnding(): boolean {
    return this.hasEnded;
  }

  /** Clients and proxies close a connection after its next answer, so that none breaks under a request. */
  closesConnections(): RequestHandler {
    return (_request, response, next) => {
      this.open.add(response);
      response.once('close', () => this.open.delete(response));
      if (this.hasEnded) response.setHeader('Connection', 'close');
      next();
    };
  }

  /**
   * Goes on serving for a while as not ready, then takes no more connections and lets requests under way end. Streams
   * of events would never end by themselves: browsers open them again, elsewhere.
   * @param noticeMs how long proxies have to notice
   */
  async end(server: Server, noticeMs: number): Promise<void> {
    this.hasEnded = true;
    await sleep(noticeMs);
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of this.open) if (isStream(response)) response.end();
    await Promise.race([closed, sleep(LONGEST_END_MS, undefined, { ref: false })]);
  }
}

function isStream(response: Response): boolean {
  const type = response.getHeader('Content-Type');
  return typeof type === 'string' && type.startsWith('text/event-stream');
}
