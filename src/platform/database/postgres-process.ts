import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What `postmaster.pid` says of a server that is really alive. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The live server of a cluster, or undefined (no file, dead process, or the pid now belongs to another program). */
export function runningServer(dataDir: string): RunningServer | undefined {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !isPostgres(pid) || path.resolve(lines[1] ?? '') !== path.resolve(dataDir)) {
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Asks for a fast shutdown and waits up to ten seconds for it. */
export async function stopServer(dataDir: string): Promise<void> {
  const server = runningServer(dataDir);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  for (let tries = 0; tries < 400 && runningServer(dataDir)?.pid === server.pid; tries += 1) await sleep(25);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A pid can be reused by another program after a crash; /proc tells on Linux. */
function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!fs.existsSync('/proc/self/cmdline')) return true;
  if (!fs.existsSync(commandLine)) return false;
  return fs.readFileSync(commandLine, 'utf8').includes('postgres');
}
