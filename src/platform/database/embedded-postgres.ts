import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { locateBinaries, prepareFolder, serverAccount, type Account } from './postgres-binaries.js';
import { runningServer, stopServer } from './postgres-process.js';

const SUPERUSER = 'postgres';
const MAJOR_VERSION = '18';

/** An embedded PostgreSQL that answers on loopback. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** True when a server of an earlier run was still up and is used again. */
  readonly reused: boolean;
  /** Connection address of one database. */
  readonly url: (database: string) => string;
  /** Fast shutdown; resolves when the server is gone. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made when it does not exist. */
  readonly dataDir: string;
  /** Wished port; another free one is taken when it is in use. */
  readonly port: number;
  /** Further server settings, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

/**
 * Starts PostgreSQL from the npm-installed binaries, or takes over the one that an earlier run left behind.
 * Own supervisor instead of the package's class: see docs/decisions/0001.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const binaries = locateBinaries(account);
  const dataDir = prepareFolder(path.resolve(options.dataDir), account);
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) createCluster(dataDir, binaries, account);
  refuseOtherVersion(dataDir);
  const running = runningServer(dataDir);
  if (running) return handle(dataDir, running.port, true);
  const port = await freePort(options.port);
  const child = spawnServer({ dataDir, binaries, account, port, settings: options.settings ?? [] });
  await untilReady(child, dataDir);
  return handle(dataDir, port, false);
}

function handle(dataDir: string, port: number, reused: boolean): EmbeddedPostgres {
  const password = fs.readFileSync(passwordFile(dataDir), 'utf8').trim();
  return {
    port,
    reused,
    url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopServer(dataDir),
  };
}

const passwordFile = (dataDir: string): string => `${dataDir}.password`;

function createCluster(dataDir: string, binaries: string, account: Account): void {
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile(dataDir), `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    fs.chownSync(dataDir, account.uid, account.gid);
    fs.chownSync(passwordFile(dataDir), account.uid, account.gid);
  }
  // UTF-8 and the C locale whatever LANG says; ICU collations stay available for ORDER BY
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const login = ['-U', SUPERUSER, '--pwfile', passwordFile(dataDir), '--auth=scram-sha-256'];
  const result = spawnSync(
    path.join(binaries, 'initdb'),
    ['-D', dataDir, ...login, ...flags, '--no-sync', '--no-instructions'],
    { ...identity(account), encoding: 'utf8', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } },
  );
  if (result.status !== 0) {
    fs.rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${result.stderr || String(result.error)}`);
  }
}

function refuseOtherVersion(dataDir: string): void {
  const version = fs.readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    `${dataDir} is a cluster of PostgreSQL ${version}, the binaries are ${MAJOR_VERSION}. ` +
      'Restore a backup into a new DATA_DIR, or set DATABASE_URL.',
  );
}

interface ServerStart {
  readonly dataDir: string;
  readonly binaries: string;
  readonly account: Account;
  readonly port: number;
  readonly settings: readonly string[];
}

function spawnServer(start: ServerStart): ChildProcess {
  const socketDir = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-'));
  if (start.account.uid !== undefined) fs.chownSync(socketDir, start.account.uid, start.account.gid);
  const log = fs.openSync(`${start.dataDir}.log`, 'a');
  const settings = ['listen_addresses=127.0.0.1', 'timezone=UTC', ...start.settings];
  const child = spawn(
    path.join(start.binaries, 'postgres'),
    ['-D', start.dataDir, '-p', String(start.port), '-k', socketDir, ...settings.flatMap((s) => ['-c', s])],
    // own process group: Ctrl-C reaches only this process, which closes the database last
    { ...identity(start.account), detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C' } },
  );
  fs.closeSync(log);
  child.unref();
  return child;
}

async function untilReady(child: ChildProcess, dataDir: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const tail = fs.readFileSync(`${dataDir}.log`, 'utf8').trim().split('\n').slice(-5).join('\n');
      throw new Error(`PostgreSQL ended at once. Its log (${dataDir}.log) says:\n${tail}`);
    }
    const running = runningServer(dataDir);
    if (running?.ready && running.pid === child.pid) return;
    await sleep(50);
  }
  throw new Error(`PostgreSQL was not ready after 60 s. See ${dataDir}.log.`);
}

const identity = (account: Account): { uid?: number; gid?: number } =>
  account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
