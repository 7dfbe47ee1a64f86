import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { runningServer } from '../../src/platform/database/postgres-process.js';

/** A PostgreSQL of our own that may be treated badly; it waits for the disk as a real one does. */
export class Cluster {
  port = 0;
  private readonly dataDir: string;

  /** @param folder where the data lies; left out: a new folder of its own */
  constructor(
    private readonly folder = ownFolder(),
    private readonly settings: readonly string[] = [],
  ) {
    this.dataDir = path.join(folder, 'postgres');
  }

  url(database: string, port = this.port): string {
    const password = fs.readFileSync(`${this.dataDir}.password`, 'utf8').trim();
    return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  }

  /** Starts, again on the port it had; the processes of a killed server may need a moment to go. */
  async start(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        const { dataDir, settings, port } = this;
        const started = await startEmbeddedPostgres({
          dataDir,
          port,
          settings: [...settings, 'max_connections=200'],
        });
        this.port = started.port;
        return;
      } catch (error) {
        if (tries === 20) throw error;
        await sleep(250);
      }
    }
  }

  /** `SIGINT` ends all connections, `SIGQUIT` without writing anything (immediate), `SIGKILL` as a power cut. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const server = runningServer(this.dataDir);
    if (!server) return;
    process.kill(server.pid, signal);
    while (runningServer(this.dataDir)?.pid === server.pid) await sleep(20);
  }

  /** Asks one database something. */
  async query<Row>(database: string, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client(this.url(database));
    await client.connect();
    try {
      return (await client.query(sql, [...parameters])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    await this.stop('SIGQUIT');
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Every account may enter it: root lends the server another one. */
export function ownFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-faults-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}
