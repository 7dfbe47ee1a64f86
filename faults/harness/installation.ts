import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiClient, type ApiClient } from '../../test/support/api.js';
import { type Product, startProduct } from '../../test/support/product.js';
import { startScriptedSmtp, type ScriptedSmtp } from '../../test/support/scripted-smtp.js';
import { freePort } from '../../src/platform/database/free-port.js';
import type { Cluster } from './cluster.js';
import { startProxy, type TcpProxy } from './tcp-proxy.js';
import { SECRETS } from './secrets.js';
import { MONDAY, type World } from './world.js';

const SHIFTED_CLOCK = path.resolve(import.meta.dirname, '../../test/support/shifted-clock.mjs');
/** All processes of a run have the same clock: the real one, moved by this. */
const OFFSET_MS = MONDAY - Date.now();

export type Environment = Readonly<Record<string, string>>;

/** Web and worker processes on a database, a mail server and proxies of their own. */
export class Installation {
  readonly closers: (() => Promise<unknown>)[] = [];
  readonly webs: Product[] = [];
  readonly workers: Product[] = [];
  private readonly shared: Record<string, string>;

  private constructor(
    readonly cluster: Cluster,
    readonly database: string,
    readonly world: World,
    readonly far: ScriptedSmtp,
    /** The line of the processes to PostgreSQL and to the mail server. */
    readonly lines: { readonly postgres: TcpProxy; readonly mail: TcpProxy },
  ) {
    this.shared = {
      DATABASE_URL: cluster.url(database, lines.postgres.port),
      SMTP_URL: `smtp://127.0.0.1:${lines.mail.port}`,
      ...SECRETS,
      LOG_LEVEL: 'warn',
    };
  }

  static async open(
    cluster: Cluster,
    database: string,
    world: World,
    environment: Environment,
  ): Promise<Installation> {
    const far = await startScriptedSmtp();
    const lines = {
      postgres: await startProxy(cluster.port),
      mail: await startProxy(Number(new URL(far.url).port)),
    };
    const made = new Installation(cluster, database, world, far, lines);
    Object.assign(made.shared, environment);
    made.closers.push(far.stop, lines.mail.stop, lines.postgres.stop);
    return made;
  }

  /** Starts a web process; `settings` go before what all processes share. */
  async startWeb(settings: Environment = {}, root?: string): Promise<Product> {
    const port = settings['PORT'] ?? String(await freePort(0));
    const web = await this.start({ ROLE: 'web', PORT: port, ...settings }, root);
    this.webs.push(web);
    return web;
  }

  async startWorker(settings: Environment = {}, root?: string): Promise<Product> {
    const worker = await this.start({ ROLE: 'worker', PORT: '0', ...settings }, root);
    this.workers.push(worker);
    return worker;
  }

  /** Settings of a process whose clock is wrong; with `when` only from the moment on that this file exists. */
  wrongClock(shiftMs: number, when?: string): Environment {
    return {
      NODE_OPTIONS: `--import=${SHIFTED_CLOCK}`,
      CLOCK_SHIFT_MS: String(shiftMs),
      ...(when === undefined ? {} : { CLOCK_SHIFT_WHEN: when }),
    };
  }

  /** All settings of a process that would start now. */
  settingsOf(settings: Environment): Environment {
    return { NOW: this.now().toISOString(), ...this.shared, ...settings };
  }

  private start(settings: Environment, root?: string): Promise<Product> {
    return startProduct(this.settingsOf(settings), root);
  }

  /** The present instant of the product. */
  now(): Date {
    return new Date(Date.now() + OFFSET_MS);
  }

  api(web = this.webs[0]): ApiClient {
    return apiClient(web?.url.replace('localhost', '127.0.0.1') ?? '', this.world.token);
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.cluster.query<Row>(this.database, sql, parameters);
  }

  /** Ends what is left: processes first. */
  async close(): Promise<void> {
    await Promise.all([...this.webs, ...this.workers].map((process) => process.kill()));
    for (const close of this.closers.reverse()) await close();
  }
}

/** Waits until something is so, looking every 50 ms; returns the seconds it took, or Infinity after the longest wait. */
export async function secondsUntil(
  isTrue: () => boolean | Promise<boolean>,
  longestSeconds: number,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if (await isTrue()) return seconds;
    if (seconds > longestSeconds) return Infinity;
    await sleep(50);
  }
}

export const newKey = (): string => randomUUID();
