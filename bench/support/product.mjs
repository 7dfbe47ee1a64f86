import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LONGEST_START_MS = 60_000;

/**
 * Starts the built product with the example office in a throw-away folder; `stop` ends it and removes the folder.
 * `client` is connected to its database.
 */
export async function startProduct(settings = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-bench-'));
  fs.chmodSync(folder, 0o755);
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'error', DATA_DIR: folder, PORT: '3110', ...settings };
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  for (let waited = 0; !/^ready after/m.test(output); waited += 50) {
    if (child.exitCode !== null || waited > LONGEST_START_MS)
      throw new Error(`The product did not start:\n${output}`);
    await sleep(50);
  }
  const command = async (...args) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', ...args], {
      cwd: ROOT,
      env,
    });
    return stdout.trim();
  };
  const client = new pg.Client(databaseUrl(folder));
  await client.connect();
  const stop = async () => {
    await client.end();
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const secretKey = fs.readFileSync(path.join(folder, 'secret.key'), 'utf8').trim();
  const url = /^staff: +(\S+)\/office$/m.exec(output)[1].replace('localhost', '127.0.0.1');
  return { url, command, stop, client, secretKey, pid: child.pid };
}

/** Address of the embedded database in a DATA_DIR whose server runs. */
function databaseUrl(folder) {
  const password = fs.readFileSync(path.join(folder, 'postgres.password'), 'utf8').trim();
  const port = fs.readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://postgres:${password}@127.0.0.1:${port}/welcome_talks`;
}

/** The value that so many in a hundred do not exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)];
}
