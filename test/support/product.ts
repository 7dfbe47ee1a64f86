import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Generous: a slow machine is no failure. */
const LONGEST_START_MS = 180_000;

/** The built product as a process of its own, started as `npm start` starts it. */
export interface Product {
  /** Address of the web pages; empty for a worker. */
  readonly url: string;
  /** Address of the built-in mail catcher's page; empty when SMTP_URL is given. */
  readonly mailUrl: string;
  readonly output: () => string;
  readonly pid: number;
  /** Ends it as Ctrl-C does, or a supervisor; resolves to its exit code. */
  readonly stop: (signal?: 'SIGINT' | 'SIGTERM') => Promise<number | null>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Stops it in the middle of whatever it does (SIGSTOP). */
  readonly pause: () => void;
  /** Lets it go on. */
  readonly resume: () => void;
}

/** Thrown when the process ended before it was ready. */
export class ProductEnded extends Error {
  constructor(
    readonly exitCode: number | null,
    readonly output: string,
  ) {
    super(`The product ended with ${exitCode} before it was ready:\n${output}`);
  }
}

/** A folder for DATA_DIR that every account may enter. */
export function scratchFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-test-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/**
 * Starts `dist/main.js` with exactly these settings and waits until it says that it is ready.
 * @param root folder of another built version
 */
export async function startProduct(
  settings: Readonly<Record<string, string>>,
  root: string = ROOT,
): Promise<Product> {
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    cwd: root,
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'] ?? 'UTC', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  await untilReady(child, () => output);
  return {
    url: /^staff: +(\S+)\/office$/m.exec(output)?.[1] ?? '',
    mailUrl: /^e-mails: +(\S+)$/m.exec(output)?.[1] ?? '',
    output: () => output,
    pid: child.pid ?? 0,
    stop: (signal = 'SIGINT') => end(child, signal),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    pause: () => {
      child.kill('SIGSTOP');
    },
    resume: () => {
      child.kill('SIGCONT');
    },
  };
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < LONGEST_START_MS; waitedMs += 50) {
    if (/^ready after/m.test(output())) return;
    if (child.exitCode !== null) throw new ProductEnded(child.exitCode, output());
    await sleep(50);
  }
  await end(child, 'SIGKILL');
  throw new Error(`Not ready after ${LONGEST_START_MS} ms:\n${output()}`);
}

async function end(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
