import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { Settings } from '../../platform/config/settings.js';
import { LOGGER } from '../../platform/logging/logger.module.js';

/** Hears that something changed in an office; `null`: anything may have, the connection was away. */
export type ChangeListener = (change: { readonly officeId: number; readonly topic: string } | null) => void;

const AGAIN_MS = 2_000;

/**
 * Listens to the channel `changes` of PostgreSQL, with one connection per process, opened when the first listener
 * comes. It says only when to look: what changed is in the table.
 */
@Injectable()
export class ChangeBell implements OnModuleDestroy {
  private readonly listeners = new Set<ChangeListener>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Gives the way to stop listening, once nothing is missed any more. */
  async listen(listener: ChangeListener): Promise<() => void> {
    this.listeners.add(listener);
    this.connecting ??= this.connect();
    await this.connecting;
    return () => this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      keepAlive: true,
      application_name: 'changes',
    });
    this.client = client;
    client.on('notification', ({ payload = '' }) => {
      const [officeId, topic = ''] = payload.split(' ');
      this.ring({ officeId: Number(officeId), topic });
    });
    client.once('error', (error) => {
      this.lost(error);
    });
    try {
      await client.connect();
      await client.query('listen changes');
    } catch (error) {
      this.lost(error);
    }
  }

  /** Pages look by themselves now and then, so a bell that is away only makes them slower. */
  private lost(error: unknown): void {
    if (this.isClosed || this.timer) return;
    this.logger.warn({ err: error }, 'changes are not heard of for the moment');
    void this.client?.end().catch(() => undefined);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.connecting = this.connect();
      void this.connecting.then(() => {
        this.ring(null);
      });
    }, AGAIN_MS);
    this.timer.unref();
  }

  private ring(change: Parameters<ChangeListener>[0]): void {
    for (const listener of this.listeners) listener(change);
  }
}
